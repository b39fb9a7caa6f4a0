// What is read together with a number, by language: data for line_glue.h.
#pragma once

#include <string_view>
#include <vector>

namespace anteroom::language {

// The words of one language, in lower case. A word that is written right beside its number, as in Chinese, is found
// there, others behind a space.
struct UnitWords {
  std::string_view language;  // BCP 47, without script and region
  // The beginnings of words that follow their number: "week" for week and weeks; "ਹਫ਼ਤ" for all of its forms.
  std::vector<std::u16string_view> units;
  // Whole words that follow a number or a number's other end: "48 to 72", "13 de enero".
  std::vector<std::u16string_view> joints;
  // Whole words that precede their number: "day 0".
  std::vector<std::u16string_view> before;
};

// The words of `language`; those of a language without any have only its tag. Units that are the same everywhere ("mg",
// "%") are in `common_units`.
const UnitWords& unit_words(std::string_view language);

// Signs and abbreviations that follow their number in every language. Whole words.
const std::vector<std::u16string_view>& common_units();

}  // namespace anteroom::language
