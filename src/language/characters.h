// Character properties that layout needs.
#pragma once

#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <cstdint>

namespace anteroom::language {

inline constexpr char16_t soft_hyphen = 0x00AD;

// True for white space, which hangs at the end of a line.
bool is_white(UChar32 character);

// True for characters that control order or breaks and are never drawn: bidi controls, soft hyphen, zero-width space,
// word joiner. Joiners and variation selectors are not included: the shaper needs them.
bool is_undrawn(UChar32 character);

// True if the consonant at `at` in `text` forms a conjunct with the one before it, as in Devanagari or Gurmukhi; rule
// GB9c of UAX 29 omits Gurmukhi and others.
bool inside_conjunct(const icu::UnicodeString& text, int32_t at);

// The end of [start, end) in `text` without its trailing white space.
int32_t trim_white(const icu::UnicodeString& text, int32_t start, int32_t end);

// The same, without trailing undrawn characters either.
int32_t trim_unseen(const icu::UnicodeString& text, int32_t start, int32_t end);

}  // namespace anteroom::language
