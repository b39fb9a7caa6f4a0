// "Still reading?": asked after a while without input, before the kiosk starts over.
#pragma once

#include "screens/view.h"

namespace anteroom::screens {

// The question, the seconds that are left as a number and as a bar that shrinks; a touch anywhere stays.
// Requires: 0 <= seconds_left <= of_seconds, of_seconds > 0.
scene::Scene warning(const View& view, const std::string& card, int seconds_left, int of_seconds);

}  // namespace anteroom::screens
