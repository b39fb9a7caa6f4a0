// The greetings with which the loop opens.
#pragma once

#include "screens/view.h"

namespace anteroom::screens {

// The touchscreen's: a button for each language on offer, which opens the loop in that language. They are all that is
// there but the bar, since people who walk up look for their own language.
scene::Scene hello(const View& view, bool paused);

// The wall's: the greetings as a poster, and on a band below them where the touchscreen is, with an arrow if that is on
// the left or the right of the room, which is the same in every language.
scene::Scene wall_hello(const View& view, const std::string& clock);

}  // namespace anteroom::screens
