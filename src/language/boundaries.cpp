#include "language/boundaries.h"

#include <unicode/locid.h>

#include <array>
#include <map>
#include <memory>
#include <string>

#include "language/icu_text.h"

namespace anteroom::language {

namespace {

std::unique_ptr<icu::BreakIterator> opened(Boundary kind, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = locale_of(language);
  icu::BreakIterator* iterator = nullptr;
  switch (kind) {
    case Boundary::grapheme:
      iterator = icu::BreakIterator::createCharacterInstance(locale, status);
      break;
    case Boundary::word:
      iterator = icu::BreakIterator::createWordInstance(locale, status);
      break;
    case Boundary::sentence:
      iterator = icu::BreakIterator::createSentenceInstance(locale, status);
      break;
    case Boundary::line:
      locale.setKeywordValue("lb", "strict", status);
      status = U_ZERO_ERROR;
      iterator = icu::BreakIterator::createLineInstance(locale, status);
      break;
  }
  return std::unique_ptr<icu::BreakIterator>(iterator);
}

}  // namespace

icu::BreakIterator* boundaries(Boundary kind, std::string_view language) {
  using Iterators = std::array<std::unique_ptr<icu::BreakIterator>, 4>;
  thread_local std::map<std::string, Iterators, std::less<>> by_language;
  auto found = by_language.find(language);
  if (found == by_language.end()) found = by_language.emplace(language, Iterators()).first;
  std::unique_ptr<icu::BreakIterator>& iterator = found->second.at(static_cast<std::size_t>(kind));
  if (!iterator) iterator = opened(kind, language);
  return iterator.get();
}

}  // namespace anteroom::language
