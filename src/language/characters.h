// What single characters mean to a layout.
#pragma once

#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <cstdint>

namespace anteroom::language {

inline constexpr char16_t soft_hyphen = 0x00AD;

// True for white space, which hangs at a line's end.
bool is_white(UChar32 character);

// True for what steers order or breaks and is never drawn: bidi controls, soft hyphen, zero-width space, word joiner.
// Joiners and variation selectors are not among them: the shaper needs them.
bool is_undrawn(UChar32 character);

// True if the consonant at `at` of `text` is written as one sign with that before it, as in Devanagari or Gurmukhi:
// rule GB9c of UAX 29 leaves Gurmukhi and others out.
bool inside_conjunct(const icu::UnicodeString& text, int32_t at);

// The end of [start, end) of `text` without the white space before `end`.
int32_t trim_white(const icu::UnicodeString& text, int32_t start, int32_t end);

// The end of [start, end) of `text` without what leaves no ink and no width before `end`.
int32_t trim_unseen(const icu::UnicodeString& text, int32_t start, int32_t end);

}  // namespace anteroom::language
