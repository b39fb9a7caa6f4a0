// What the bar's two choosers open: the languages, and the helps for eyes and hands.
#pragma once

#include "model/session.h"
#include "screens/view.h"

namespace anteroom::screens {

// A button for each offered language, in its own words; the present one is marked. `current`: index into
// pack.languages.
scene::Scene language_chooser(const View& view, const std::string& card, std::size_t current, bool paused);

// A switch for each help; what is on is marked and says so. `has_voice`: there is a voice; else the switch for it says
// that there is none, and does nothing.
scene::Scene access_chooser(const View& view, const std::string& card, const Session& session, bool has_voice);

// Asked of who has touched the keypad: whether the screen shall be read aloud.
scene::Scene offer(const View& view, const std::string& card);

}  // namespace anteroom::screens
