// Where a line had better not end, beyond what UAX 14 forbids.
#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// For each position in `text`, a paragraph in `language` (BCP 47), in UTF-16 units: true if no line should end there.
// That is inside a number with its unit ("48 hours", "3个月"), a range ("48 to 72"), a day with its month ("13 de
// enero"), a number of three digits with what says to call it ("Call 911"), a compound with a hyphen, two words in
// parentheses and, in Chinese, inside a word, before a particle that belongs to the word before it, or after a short
// word that belongs to the next. Empty if there is no such position. In a language without data (unit_words.h), a
// number stays with the word after it.
std::vector<bool> line_glue(const icu::UnicodeString& text, std::string_view language);

// `utf8` in two lines, the unit of its last number on the second: "48 to 72\nhours", "48到72\n小时". For narrow boxes,
// where either the number or its range must be separated from something. Unchanged if nothing known as a unit follows
// that number.
std::string with_unit_below(std::string_view utf8, std::string_view language);

}  // namespace anteroom::language
