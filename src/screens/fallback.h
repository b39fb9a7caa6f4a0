// The card that needs no content: shown when no other card can be shown.
#pragma once

#include <string>

#include "screens/view.h"

namespace anteroom::screens {

// The clinic's name and "Please ask at the desk", with a picture of a reception desk from the assets; on a wall also
// the clock.
scene::Scene fallback_card(const View& view, const std::string& clock);

}  // namespace anteroom::screens
