// The screens on which a patient chooses: the language, the accessibility options, and whether to be read to.
#pragma once

#include <vector>

#include "model/session.h"
#include "screens/button.h"
#include "screens/view.h"

namespace anteroom::screens {

// A button for each offered language, which greets in that language, as large as all greetings fit, above the
// language's own name; the current one is marked. Where there is no room for greetings in letters of a title, the names
// alone. `current`: index into pack.languages.
scene::Scene language_chooser(const View& view, const std::string& card, std::size_t current, bool paused);
// The same with the names alone, in two columns, or in one where a narrow screen has room.
scene::Scene named_languages(const View& view, const std::string& card, std::vector<Button> buttons, bool paused);

// The options in named rows (letters, contrast, motion, sound, reach), below a sentence that looks as the cards do now
// where there is room for it. Text sizes are shown at their real sizes; what can be on or off has a switch. Nothing is
// offered that would change nothing on this screen. Without `has_voice` the row of the sound says that there is none.
scene::Scene access_chooser(const View& view, const std::string& card, const Session& session, bool has_voice);

// Shown when somebody first uses the keypad: asks whether to read the screen aloud.
scene::Scene offer(const View& view, const std::string& card);

}  // namespace anteroom::screens
