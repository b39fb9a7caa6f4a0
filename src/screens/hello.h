// The greetings with which the loop opens.
#pragma once

#include "screens/view.h"

namespace anteroom::screens {

// The touchscreen's: a button for each language on offer, which opens the loop in that language. They are all that is
// there but the bar, since people who walk up look for their own language.
scene::Scene hello(const View& view, bool paused);

// The wall's: the greetings as a poster, below each in its own language where the touchscreen is, and on a band below
// them a hand, with an arrow if that is on the left or the right of the room. Where that has no room, or a language no
// words for it, it is on the band in the view's language alone.
scene::Scene wall_hello(const View& view, const std::string& clock);

}  // namespace anteroom::screens
