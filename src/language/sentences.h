// Text cut into sentences as its readers would: at ICU's boundaries, corrected where ICU is wrong. Counting, reading
// aloud and underlining all cut sentences here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// A sentence as written, isolates included, and its position: [start, end) in a paragraph of its text, in UTF-16 units.
struct Sentence {
  std::string text;
  int paragraph = 0;  // from 0
  int start = 0, end = 0;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// The sentences of `utf8` in `language` (BCP 47), in order, without white space around them and without the bullet ("•
// ") before them, each with its position in a layout of the same text. A line break ends a sentence; a title ("Dr."),
// the initials before or after it, and a space before a closing guillemet do not. Marks without a letter or digit
// ("?!") belong to the sentence after them on their line, else to the one before, and are not a sentence by themselves.
std::vector<Sentence> placed_sentences(std::string_view utf8, std::string_view language);

// The same without positions, and without the isolates round a variable's value.
std::vector<std::string> sentences(std::string_view utf8, std::string_view language);

// The number of words in the longest sentence of `utf8`.
int longest_sentence(std::string_view utf8, std::string_view language);

// `utf8` cut at the ends of its sentences, for a layout: bullets, isolates and lines without a word are kept, and only
// the white space between two pieces is lost.
std::vector<std::string> cut_at_sentences(std::string_view utf8, std::string_view language);

// The separator of two sentences, or two words, on one line: empty in Chinese, Cantonese and Japanese.
const char* between_sentences(std::string_view language);

}  // namespace anteroom::language
