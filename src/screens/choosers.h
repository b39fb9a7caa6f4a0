// The screens on which a patient chooses: the language, the accessibility options, and whether to be read to.
#pragma once

#include "model/session.h"
#include "screens/view.h"

namespace anteroom::screens {

// A button for each offered language, named in that language; the current one is marked. `current`: index into
// pack.languages.
scene::Scene language_chooser(const View& view, const std::string& card, std::size_t current, bool paused);

// A switch for each option; the ones that are on are marked and say so. Without `has_voice` the switch for reading
// aloud says that there is no sound, and does nothing.
scene::Scene access_chooser(const View& view, const std::string& card, const Session& session, bool has_voice);

// Shown when somebody first uses the keypad: asks whether to read the screen aloud.
scene::Scene offer(const View& view, const std::string& card);

}  // namespace anteroom::screens
