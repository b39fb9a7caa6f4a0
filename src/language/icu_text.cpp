#include "language/icu_text.h"

#include <unicode/dcfmtsym.h>
#include <unicode/stringpiece.h>

#include <cstring>

namespace anteroom::language {

namespace {

// True of Arabic of no country that ICU knows to speak it: "ar" and "ar-CA", not "ar-MA".
bool is_arabic_of_no_country(const icu::Locale& locale) {
  if (std::strcmp(locale.getLanguage(), "ar") != 0) return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale known = icu::DecimalFormatSymbols(locale, status).getLocale(ULOC_VALID_LOCALE, status);
  return U_SUCCESS(status) && (*known.getCountry() == '\0' || std::strcmp(known.getCountry(), "001") == 0);
}

}  // namespace

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
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
  // ICU 72 does so itself; ICU 76 would take the digits of Europe.
  if (language.find("-u-") == std::string_view::npos && is_arabic_of_no_country(locale)) {
    locale.setUnicodeKeywordValue("nu", "arab", status);
  }
  return locale;
}

}  // namespace anteroom::language
