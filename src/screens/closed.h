// Outside the opening hours: a dark screen.
#pragma once

#include "screens/view.h"

namespace anteroom::screens {

// Black, with nothing on it: it spares the panel, and lights up no room at night (standards: Screen care).
scene::Scene closed(const View& view);

}  // namespace anteroom::screens
