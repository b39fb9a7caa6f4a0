#include "language/boundaries.h"

#include <unicode/locid.h>

#include <map>
#include <string>
#include <utility>

namespace anteroom::language {

Boundaries& boundaries_for(std::string_view language) {
  thread_local std::map<std::string, Boundaries, std::less<>> by_language;
  const auto found = by_language.find(language);
  if (found != by_language.end()) return found->second;
  Boundaries boundaries;
  const icu::Locale locale(std::string(language).c_str());
  UErrorCode status = U_ZERO_ERROR;
  boundaries.words.reset(icu::BreakIterator::createWordInstance(locale, status));
  boundaries.sentences.reset(icu::BreakIterator::createSentenceInstance(locale, status));
  boundaries.graphemes.reset(icu::BreakIterator::createCharacterInstance(locale, status));
  return by_language.emplace(language, std::move(boundaries)).first->second;
}

bool joins_words(char16_t c) {
  return c == u'-' || c == u'\'' || c == u'\u2019' || c == u'\u2010' || c == u'\u2011';
}

}  // namespace anteroom::language
