// Groups of digits in a text, and what joins them to one number.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <vector>

namespace anteroom::language {

// What stands between two groups that may be of one number.
struct Joint {
  char16_t mark = 0;    // '-', '.' or '/', or 0
  bool spaced = false;  // with a space on a side of the mark, or a space alone
  bool opens = false, closes = false;
  friend bool operator==(const Joint&, const Joint&) = default;
};

// Digits in a row.
struct Group {
  int32_t start = 0, end = 0;  // in UTF-16 units; `start` without a plus
  int32_t first = 0;           // with its plus
  std::string digits;          // '0' to '9'
  Joint before;                // between the group before it and this one; of the first of a run: none
  bool has_plus() const { return first < start; }
  // -1: more than nine digits.
  long value() const { return digits.size() > 9 ? -1 : std::stol(digits); }
};
using Groups = std::vector<Group>;

// The groups of `text` in runs that may be one number each, in order, without those that are part of something else: a
// time, a decimal, a price, a percentage, a word or an address.
std::vector<Groups> number_runs(const icu::UnicodeString& text);

bool is_opening_bracket(UChar32 character);
bool is_closing_bracket(UChar32 character);

// The end of the extension "x12" that begins at `start` of `text`; `start` itself where none does.
int32_t extension_end(const icu::UnicodeString& text, int32_t start);

// The character of `text` at or before `index`; 0 where the text ends.
UChar32 character_at(const icu::UnicodeString& text, int32_t index);
UChar32 character_before(const icu::UnicodeString& text, int32_t index);

}  // namespace anteroom::language
