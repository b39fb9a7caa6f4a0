#include "language/numbers.h"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>

#include "language/icu_text.h"

namespace anteroom::language {

namespace {

std::string written(const icu::number::LocalizedNumberFormatter& formatter, long number) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = formatter.formatInt(number, status).toString(status);
  return U_FAILURE(status) ? std::to_string(number) : to_utf8(text);
}

}  // namespace

std::string number(long number, std::string_view language) {
  return written(icu::number::NumberFormatter::withLocale(locale_of(language)), number);
}

std::string percent(int percent, std::string_view language) {
  return written(icu::number::NumberFormatter::withLocale(locale_of(language)).unit(icu::NoUnit::percent()), percent);
}

}  // namespace anteroom::language
