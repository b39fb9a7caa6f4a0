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

// True if the character at `at` in `text` closes or ends what is before it, or the one before opens what follows, as
// brackets, quotation marks, full stops and commas do in any script: not even a word that is cut because no line has
// room for it is cut there. Of quotation marks, which open in one language and close in the next, both sides count.
bool is_beside_mark(const icu::UnicodeString& text, int32_t at);

// The end of [start, end) in `text` without its trailing white space.
int32_t trim_white(const icu::UnicodeString& text, int32_t start, int32_t end);

// The same, without trailing undrawn characters either.
int32_t trim_unseen(const icu::UnicodeString& text, int32_t start, int32_t end);

}  // namespace anteroom::language
