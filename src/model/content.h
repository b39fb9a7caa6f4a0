// Everything that the kiosk was given to show; never changed once it is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/interface_words.h"
#include "model/pack.h"
#include "model/settings.h"
#include "model/time.h"

namespace anteroom {

struct Content {
  Pack pack;
  Settings settings;
  std::vector<InterfaceWords> interface;
  std::string assets;  // absolute path of the folder with icons and the fallback card's picture
  Date released{};     // day of the program's release; not ok(): unknown
  // What there is to read on the screen of greetings, for each language of the pack; empty: next to nothing.
  std::vector<ReadingLoad> greetings = {};
};

// The languages that are offered, as indices into pack.languages: those of the settings that the pack has, in the
// settings' order; all of the pack's if there are none.
std::vector<std::size_t> offered_languages(const Content& content);

// The tag of the first language on offer; empty: there is none.
std::string first_language(const Content& content);

// The interface words for `language` ("fr-CA"), else for its primary subtag ("fr"), else the built-in English ones.
const InterfaceWords& words_for(const Content& content, std::string_view language);

}  // namespace anteroom
