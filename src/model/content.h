// Everything that the kiosk was given to show: read once, then only looked at.
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
  Date released{};     // day of the program's release; not ok(): not known
};

// The languages that are offered, as indices into pack.languages: those of the settings that the pack has, in the
// settings' order; all of the pack where the settings name none that it has.
std::vector<std::size_t> offered_languages(const Content& content);

// The interface words for `language` ("fr-CA"), else for its primary tag ("fr"); those built in (English) where there
// is no file for either.
const InterfaceWords& words_for(const Content& content, std::string_view language);

}  // namespace anteroom
