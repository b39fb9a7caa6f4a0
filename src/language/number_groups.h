// Groups of digits in a text, and what joins them into one number.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <vector>

namespace anteroom::language {

// What separates two groups that may belong to one number.
struct Joint {
  char16_t mark = 0;    // '-', '.' or '/', or 0
  bool spaced = false;  // a space on either side of the mark, or a space alone
  bool opens = false, closes = false;
  friend bool operator==(const Joint&, const Joint&) = default;
};

// Consecutive digits.
struct Group {
  int32_t start = 0, end = 0;  // in UTF-16 units; `start` excludes a plus
  int32_t first = 0;           // includes its plus
  std::string digits;          // '0' to '9'
  Joint before;                // between the previous group and this one; empty for the first of a run
  bool has_plus() const { return first < start; }
  // Requires: at most nine digits.
  long value() const { return std::stol(digits); }
};
using Groups = std::vector<Group>;

// The groups of `text` in order, in runs that may each be one number; without groups that are part of something else: a
// time, a decimal, a price, a percentage, a word or an address.
std::vector<Groups> number_runs(const icu::UnicodeString& text);

bool is_opening_bracket(UChar32 character);
bool is_closing_bracket(UChar32 character);

// The end of the extension "x12" that begins at `start` of `text`; `start` itself if there is none.
int32_t extension_end(const icu::UnicodeString& text, int32_t start);

// The character of `text` at or before `index`; 0 if there is none.
UChar32 character_at(const icu::UnicodeString& text, int32_t index);
UChar32 character_before(const icu::UnicodeString& text, int32_t index);

}  // namespace anteroom::language
