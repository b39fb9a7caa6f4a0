// ICU's break iterators, each opened once: what texts are cut and counted with.
#pragma once

#include <unicode/brkiter.h>

#include <string_view>

namespace anteroom::language {

enum class Boundary { grapheme, word, sentence, line };

// The iterator over the boundaries of that kind in `language` (BCP 47); null where ICU has no data for it. Lines are
// broken strictly: none begins with a small kana or a long vowel mark, which ICU's own choice for Japanese and Chinese
// lets it.
// It lives as long as this thread, which alone may use it: opening one costs more than counting a hundred cards. It is
// shared by all of the thread, so set its text, read all boundaries, and call nothing in between that may ask for the
// same one.
icu::BreakIterator* boundaries(Boundary kind, std::string_view language);

}  // namespace anteroom::language
