// Conversion of text and language tags to ICU's types and back.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace anteroom::language {

// `utf8` in ICU's own encoding; invalid bytes become U+FFFD.
icu::UnicodeString icu_text(std::string_view utf8);

// `text`, or [start, end) of it in UTF-16 units, as UTF-8.
std::string to_utf8(const icu::UnicodeString& text);
std::string to_utf8(const icu::UnicodeString& text, std::int32_t start, std::int32_t end);

// `text` without the isolates (U+2066 to U+2069) that surround a variable's value.
icu::UnicodeString without_isolates(const icu::UnicodeString& text);

// The locale of `language` (BCP 47); the root locale for an invalid tag. Arabic without a country gets the digits ١٢٣,
// as in most of its countries and in the cards that ship.
icu::Locale locale_of(std::string_view language);

}  // namespace anteroom::language
