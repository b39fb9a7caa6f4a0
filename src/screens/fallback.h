// The card that needs no content: shown when no card may be.
#pragma once

#include <string>

#include "screens/view.h"

namespace anteroom::screens {

// The clinic's name and "Please ask at the desk", with the reception's picture from the assets; the clock on a wall.
scene::Scene fallback_card(const View& view, const std::string& clock);

}  // namespace anteroom::screens
