// Text and language tags as ICU takes them.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace anteroom::language {

// `utf8` in ICU's own encoding; what is invalid becomes U+FFFD.
icu::UnicodeString icu_text(std::string_view utf8);

// `text`, or [start, end) of it in UTF-16 units, as UTF-8.
std::string to_utf8(const icu::UnicodeString& text);
std::string to_utf8(const icu::UnicodeString& text, std::int32_t start, std::int32_t end);

// `text` without the isolates (U+2066 to U+2069), which stand round a variable's value.
icu::UnicodeString without_isolates(const icu::UnicodeString& text);

// The locale of `language` (BCP 47); of what is no such tag: the root. Arabic of no country has the digits ١٢٣, as most
// of its countries and the cards that ship have.
icu::Locale locale_of(std::string_view language);

}  // namespace anteroom::language
