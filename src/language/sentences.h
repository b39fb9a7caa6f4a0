// Text cut into sentences and words the way its readers would: by ICU's boundaries, and by what ICU does not know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// The sentences of `utf8` in `language` (BCP 47), in order, without blanks and "• " around them and without the
// isolates round a variable's value. A line break ends a sentence, a title ("Dr.") and the initials after it do not; in
// Chinese and Japanese "；" does too. What holds neither letter nor digit is no sentence.
std::vector<std::string> sentences(std::string_view utf8, std::string_view language);

// The words of `utf8`: ICU word segments with letters, digits or ideographs, those joined by an apostrophe or a hyphen
// being one. They count as reading_load counts them.
std::vector<std::string> words(std::string_view utf8, std::string_view language);

// The number of words of the longest sentence of `utf8`.
int longest_sentence(std::string_view utf8, std::string_view language);

// `language` without its script and region: "zh" for zh-Hans.
std::string_view base_language(std::string_view language);

// True where a sentence is measured in characters: Chinese, Cantonese, Japanese.
bool counts_characters(std::string_view language);

// True where words stand without blanks between them.
bool writes_without_blanks(std::string_view language);

}  // namespace anteroom::language
