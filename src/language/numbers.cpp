#include "language/numbers.h"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>

#include <functional>
#include <map>
#include <string>

#include "language/icu_text.h"

namespace anteroom::language {

namespace {

using Formatter = icu::number::LocalizedNumberFormatter;

// The formatter that `make` gives for `language`. Those of a few languages are kept, since ICU takes longer to make one
// than to write a thousand numbers, and each screen has some.
template <typename Make>
const Formatter& kept(std::map<std::string, Formatter, std::less<>>& known, std::string_view language, Make make) {
  constexpr std::size_t most = 50;
  const auto at = known.find(language);
  if (at != known.end()) return at->second;
  if (known.size() >= most) known.clear();
  return known.emplace(language, make(locale_of(language))).first->second;
}

std::string written(const Formatter& formatter, long number) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = formatter.formatInt(number, status).toString(status);
  return U_FAILURE(status) ? std::to_string(number) : to_utf8(text);
}

}  // namespace

std::string number(long number, std::string_view language) {
  thread_local std::map<std::string, Formatter, std::less<>> known;
  return written(
      kept(known, language, [](const icu::Locale& locale) { return icu::number::NumberFormatter::withLocale(locale); }),
      number);
}

std::string percent(int percent, std::string_view language) {
  thread_local std::map<std::string, Formatter, std::less<>> known;
  return written(kept(known, language,
                      [](const icu::Locale& locale) {
                        return icu::number::NumberFormatter::withLocale(locale).unit(icu::NoUnit::percent());
                      }),
                 percent);
}

}  // namespace anteroom::language
