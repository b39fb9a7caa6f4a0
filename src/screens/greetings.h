// A greeting in each language on offer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "screens/button.h"
#include "screens/view.h"

namespace anteroom::screens {

// What a touch on a greeting does, and which one is marked.
struct GreetingUse {
  std::optional<std::size_t> chosen = {};  // index into pack.languages
  bool opens_loop = false;                 // in that language; else the language is chosen where the patient is
  bool is_poster = false;                  // there is nothing to touch: they are greetings alone
  bool tells_place = false;                // of a poster: below each where the touchscreen is, in the same language
};

// "The touchscreen is on the left" in the view's language; empty: it has no words for that.
std::string where_to_touch(const View& view);

// A button for each language on offer in `area`, which greets in that language, as large as all greetings fit, above
// the language's own name. Empty: there is no room for greetings in letters of a title, or for what is to stand below
// them, or a language has no words for that.
std::vector<scene::Item> greetings(const View& view, const scene::Rect& area, const GreetingUse& use);

// The same buttons with the names alone.
std::vector<Button> language_buttons(const View& view, const GreetingUse& use);

}  // namespace anteroom::screens
