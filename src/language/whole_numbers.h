// Numbers of several groups that are read as one, from left to right in every language: telephone numbers and dates.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <vector>

namespace anteroom::language {

// [start, end) of a paragraph, in UTF-16 units.
struct WholeNumber {
  int32_t start = 0, end = 0;
  friend bool operator==(const WholeNumber&, const WholeNumber&) = default;
};

// The telephone numbers of `text`, of seven digits or more in groups ("+1 (519) 555-0134", "030/123 45 67",
// "٠٥٠-١٢٣-٤٥٦٧"), and its dates like 2026-11-28, in order. Times, prices, fractions and ranges of numbers or years
// ("08:00-17:00", "48-72", "1000-2000") are not included: right-to-left languages read them from right to left.
std::vector<WholeNumber> whole_numbers(const icu::UnicodeString& text);

}  // namespace anteroom::language
