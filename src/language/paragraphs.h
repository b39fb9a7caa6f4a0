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

// The number of lines in `utf8`, as a layout has them: each ends at a '\n', at U+2028 or U+2029, or with the text.
std::size_t line_count(std::string_view utf8);

}  // namespace anteroom::language
