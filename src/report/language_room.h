// How many languages the language screen has room for.
#pragma once

#include <cstddef>
#include <optional>

#include "model/content.h"
#include "text/fonts.h"

namespace anteroom::report {

// How many languages, from the first one on offer, have their buttons on the language screen in every text size. All of
// them, or as many as fit. Requires: a kiosk's content.
std::size_t languages_with_room(Content content, text::Fonts& fonts, WallTime time);

// The smallest text size, in percent, at which the buttons of all languages on offer do not fit on the language screen.
// None: they fit at every size. Requires: a kiosk's content.
std::optional<int> size_without_language_room(const Content& content, text::Fonts& fonts, WallTime time);

}  // namespace anteroom::report
