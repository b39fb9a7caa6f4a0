// ICU's break iterators, opened once a language: what sentences and words are cut and counted with.
#pragma once

#include <unicode/brkiter.h>

#include <memory>
#include <string_view>

namespace anteroom::language {

// Each is null where ICU has no data for it.
struct Boundaries {
  std::unique_ptr<icu::BreakIterator> words, sentences, graphemes;
};

// Those of `language` (BCP 47), for this thread alone: opening one costs more than counting a hundred cards, and one
// may be used by one thread at a time.
Boundaries& boundaries_for(std::string_view language);

// True for the apostrophes and hyphens that make one word of two.
bool joins_words(char16_t c);

}  // namespace anteroom::language
