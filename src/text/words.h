// Counting and cutting text the way its readers would: by ICU's word and sentence boundaries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::text {

// The number of words of `utf8` in `language` (BCP 47): ICU word boundaries around letters, digits or ideographs. What
// is joined by an apostrophe or hyphen inside ("l'effet", "follow-up") counts as one; so does a number with its decimal
// mark.
int word_count(std::string_view utf8, std::string_view language);

// The number of characters that a reader sees: grapheme clusters, white space counted once, invisible controls
// (bidi isolates, joiners) not at all.
int character_count(std::string_view utf8, std::string_view language);

// The sentences of `utf8` in order, white space trimmed. A line break ends a sentence.
std::vector<std::string> sentences(std::string_view utf8, std::string_view language);

}  // namespace anteroom::text
