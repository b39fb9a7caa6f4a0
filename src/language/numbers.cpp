#include "language/numbers.h"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>

namespace anteroom::language {

namespace {

icu::Locale locale_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
}

std::string written(const icu::number::LocalizedNumberFormatter& formatter, long number) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = formatter.formatInt(number, status).toString(status);
  if (U_FAILURE(status)) return std::to_string(number);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string number(long number, std::string_view language) {
  return written(icu::number::NumberFormatter::withLocale(locale_of(language)), number);
}

std::string percent(int percent, std::string_view language) {
  return written(icu::number::NumberFormatter::withLocale(locale_of(language)).unit(icu::NoUnit::percent()), percent);
}

}  // namespace anteroom::language
