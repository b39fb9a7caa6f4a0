// Text cut into sentences the way its readers would: by ICU's boundaries, and by what ICU does not know. What is
// counted, read aloud and underlined is cut here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// A sentence as it is written, isolates included, and where it stands: [start, end) of a paragraph of its text, in
// UTF-16 units.
struct Sentence {
  std::string text;
  int paragraph = 0;  // from 0
  int start = 0, end = 0;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// The sentences of `utf8` in `language` (BCP 47), in order, without white space around them and without the bullet
// ("• ") before them, each with its place as a layout of the same text has it. A line break ends a sentence; a title
// ("Dr."), the initials before or after it, and a space before a closing guillemet do not. What has neither letter nor
// digit ("?!") belongs to the sentence behind it on its line, else to the one before it, and is none by itself.
std::vector<Sentence> placed_sentences(std::string_view utf8, std::string_view language);

// The same without their places, and without the isolates round a variable's value.
std::vector<std::string> sentences(std::string_view utf8, std::string_view language);

// The number of words of the longest sentence of `utf8`.
int longest_sentence(std::string_view utf8, std::string_view language);

// `utf8` cut where its sentences end, for a layout: bullets, isolates and lines without a word stay, and only the white
// space between two pieces is lost.
std::vector<std::string> cut_at_sentences(std::string_view utf8, std::string_view language);

// What stands between two sentences, or two words, on one line: nothing in Chinese, Cantonese and Japanese.
const char* between_sentences(std::string_view language);

}  // namespace anteroom::language
