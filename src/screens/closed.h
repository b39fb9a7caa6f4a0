// Outside the opening hours: a dark screen with a dim clock.
#pragma once

#include "model/state.h"
#include "screens/view.h"

namespace anteroom::screens {

// Black: it spares the panel, and lights up no room at night. The time, a notice that is due, and in each language on
// offer when the clinic opens, so that nobody takes the screen for broken; each minute somewhere else, so that nothing
// burns in (standards: Screen care). Without a clock that can be right, nothing.
scene::Scene closed(const View& view, const State& state);

}  // namespace anteroom::screens
