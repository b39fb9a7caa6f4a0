// How many words and characters there are to read, counted as readers would: by ICU's boundaries.
#pragma once

#include <string_view>

namespace anteroom::language {

struct Counts {
  int words = 0;
  int characters = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

// Words and characters of `utf8` in `language` (BCP 47). Words: ICU word segments with letters, digits or ideographs,
// those joined by an apostrophe or a hyphen counting as one. Characters: grapheme clusters, white space in a row
// counting once, invisible controls (bidi isolates, joiners) not at all.
Counts counts(std::string_view utf8, std::string_view language);

}  // namespace anteroom::language
