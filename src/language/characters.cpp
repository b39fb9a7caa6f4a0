#include "language/characters.h"

#include <unicode/uchar.h>

namespace anteroom::language {

namespace {

template <typename Predicate>
int32_t trim(const icu::UnicodeString& text, int32_t start, int32_t end, Predicate goes) {
  while (end > start) {
    const int32_t before = text.moveIndex32(end, -1);
    if (!goes(text.char32At(before))) break;
    end = before;
  }
  return end;
}

}  // namespace

bool is_white(UChar32 character) {
  return u_isUWhiteSpace(character);
}

bool is_undrawn(UChar32 character) {
  constexpr UChar32 zero_width_space = 0x200B;
  constexpr UChar32 word_joiner = 0x2060;
  constexpr UChar32 byte_order_mark = 0xFEFF;
  return character == soft_hyphen || character == zero_width_space || character == word_joiner ||
         character == byte_order_mark || u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL);
}

bool inside_conjunct(const icu::UnicodeString& text, int32_t at) {
  constexpr UChar32 zero_width_joiner = 0x200D;
  int32_t before = text.moveIndex32(at, -1);
  if (text.char32At(before) == zero_width_joiner) before = text.moveIndex32(before, -1);
  const int32_t sign = u_getIntPropertyValue(text.char32At(before), UCHAR_INDIC_SYLLABIC_CATEGORY);
  return (sign == U_INSC_VIRAMA || sign == U_INSC_INVISIBLE_STACKER) && at < text.length() &&
         u_getIntPropertyValue(text.char32At(at), UCHAR_INDIC_SYLLABIC_CATEGORY) == U_INSC_CONSONANT;
}

int32_t trim_white(const icu::UnicodeString& text, int32_t start, int32_t end) {
  return trim(text, start, end, is_white);
}

int32_t trim_unseen(const icu::UnicodeString& text, int32_t start, int32_t end) {
  return trim(text, start, end, [](UChar32 c) { return is_white(c) || is_undrawn(c); });
}

}  // namespace anteroom::language
