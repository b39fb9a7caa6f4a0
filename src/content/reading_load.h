// How much there is to read, counted the way readers would: by ICU's boundaries.
#pragma once

#include <string_view>

#include "model/card.h"

namespace anteroom::content {

// Words and characters of `utf8` in `language` (BCP 47). Words: ICU word segments with letters, digits or ideographs,
// those joined by an apostrophe or a hyphen counting as one. Characters: grapheme clusters, white space in a row
// counting once, invisible controls (bidi isolates, joiners) not at all.
ReadingLoad reading_load(std::string_view utf8, std::string_view language);

}  // namespace anteroom::content
