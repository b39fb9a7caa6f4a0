// Outside the opening hours: a dark screen that says so.
#pragma once

#include "model/state.h"
#include "screens/view.h"

namespace anteroom::screens {

// Black: it spares the panel, and lights up no room at night. The clinic's name and the time, dim; large, in each
// language on offer in turn, that the clinic is closed, when it opens, whom to call in an emergency, and a notice that
// is due; smaller, the same in the other languages, so that nobody takes the screen for broken. Each minute it is
// somewhere else, so that nothing burns in (standards: Screen care). Without a clock that can be right, nothing.
scene::Scene closed(const View& view, const State& state);

}  // namespace anteroom::screens
