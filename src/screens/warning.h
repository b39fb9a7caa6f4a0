// "Still reading?": asked after a while without input, before the kiosk starts over.
#pragma once

#include "screens/view.h"

namespace anteroom::screens {

// The question over the dimmed screen `below`, with the seconds that are left as a number, in a ring that empties; a
// touch anywhere stays. Two of these that differ in their seconds only differ inside the box of the ring.
// Requires: 0 <= seconds_left <= of_seconds, of_seconds > 0.
scene::Scene warning(const View& view, scene::Scene below, int seconds_left, int of_seconds);

}  // namespace anteroom::screens
