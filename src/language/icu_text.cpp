#include "language/icu_text.h"

#include <unicode/stringpiece.h>

namespace anteroom::language {

icu::UnicodeString icu_text(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

std::string to_utf8(const icu::UnicodeString& text, std::int32_t start, std::int32_t end) {
  return to_utf8(text.tempSubStringBetween(start, end));
}

icu::UnicodeString without_isolates(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (text.charAt(i) < 0x2066 || text.charAt(i) > 0x2069) result.append(text.charAt(i));
  }
  return result;
}

icu::Locale locale_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())),
                                     status);
}

}  // namespace anteroom::language
