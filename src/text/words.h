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

// A sentence, white space trimmed, and where it stands: [start, end) of a paragraph of `utf8`, in UTF-16 units.
struct Sentence {
  std::string text;
  int paragraph = 0;  // from 0
  int start = 0, end = 0;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// The sentences of `utf8` in order, each with its place as a layout of the same text has it. A line break ends one.
std::vector<Sentence> placed_sentences(std::string_view utf8, std::string_view language);

// The sentences of `utf8` in order, white space trimmed. A line break ends a sentence.
std::vector<std::string> sentences(std::string_view utf8, std::string_view language);

// What stands between two sentences, or two words, on one line: nothing in languages written without spaces.
const char* between_sentences(std::string_view language);

}  // namespace anteroom::text
