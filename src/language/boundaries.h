// ICU's break iterators, each opened once, for cutting and counting text.
#pragma once

#include <unicode/brkiter.h>

#include <string_view>

namespace anteroom::language {

enum class Boundary { grapheme, word, sentence, line };

// The iterator for boundaries of `kind` in `language` (BCP 47); null if ICU has no data for it. Line breaking is
// strict: no line begins with a small kana or a long vowel mark, which ICU's default for Japanese and Chinese allows.
// It lives as long as the calling thread, and only that thread may use it; opening one costs more than counting a
// hundred cards. All code on the thread shares it, so set its text, read all boundaries, and call nothing in between
// that may ask for the same one.
icu::BreakIterator* boundaries(Boundary kind, std::string_view language);

}  // namespace anteroom::language
