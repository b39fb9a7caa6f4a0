// A text cut into paragraphs.
#pragma once

#include <unicode/unistr.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace anteroom::language {

// The paragraphs of `utf8`, each ended by '\n', by a line or paragraph separator (U+2028, U+2029) or by the end of the
// text; an empty text has none. Ill-formed UTF-8 becomes U+FFFD, a tab a space; other control characters are dropped.
std::vector<icu::UnicodeString> paragraphs_of(std::string_view utf8);

// The number of lines in `utf8`: its line ends ('\n', U+2028, U+2029) and one.
std::size_t line_count(std::string_view utf8);

}  // namespace anteroom::language
