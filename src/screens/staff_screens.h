// The screens of the staff: the PIN pad, the ground of the panel, and what everybody sees while the screen is wiped.
#pragma once

#include "model/state.h"
#include "screens/view.h"

namespace anteroom::screens {

// Ten digits, of which only the number that was entered is shown; or for how long no PIN is taken.
scene::Scene pin_pad(const View& view, const Staff& staff);

// Nothing but a ground: the panel is drawn over it (staff/panel.h).
scene::Scene panel_ground(const View& view);

// That the screen is being cleaned, in each language on offer, and how many of the `of` seconds are left.
scene::Scene cleaning(const View& view, int seconds_left, int of);

}  // namespace anteroom::screens
