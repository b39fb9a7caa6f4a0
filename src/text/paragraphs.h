// Raw text -> clean paragraphs.
#pragma once

#include <unicode/unistr.h>

#include <string_view>
#include <vector>

namespace anteroom::text {

// The paragraphs of `utf8`, each ended by '\n', by a line or paragraph separator (U+2028, U+2029) or by the end of the
// text; an empty text has none. Ill-formed UTF-8 becomes U+FFFD, a tab a space; other control characters are dropped.
std::vector<icu::UnicodeString> paragraphs_of(std::string_view utf8);

}  // namespace anteroom::text
