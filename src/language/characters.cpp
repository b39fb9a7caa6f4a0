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

bool is_beside_mark(const icu::UnicodeString& text, int32_t at) {
  if (at <= 0 || at >= text.length()) return false;
  switch (u_getIntPropertyValue(text.char32At(at), UCHAR_LINE_BREAK)) {
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
    case U_LB_NONSTARTER:
    case U_LB_QUOTATION:
    case U_LB_INSEPARABLE:
      return true;
    default:
      break;
  }
  const int8_t type = u_charType(text.char32At(at));
  if (type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION) return true;
  if (u_hasBinaryProperty(text.char32At(at), UCHAR_TERMINAL_PUNCTUATION)) return true;  // a danda
  int32_t before = text.moveIndex32(at, -1);
  while (before > 0 && u_hasBinaryProperty(text.char32At(before), UCHAR_GRAPHEME_EXTEND)) {
    before = text.moveIndex32(before, -1);
  }
  const UChar32 opening = text.char32At(before);
  const int32_t breaks = u_getIntPropertyValue(opening, UCHAR_LINE_BREAK);
  return breaks == U_LB_OPEN_PUNCTUATION || breaks == U_LB_QUOTATION || u_charType(opening) == U_START_PUNCTUATION ||
         u_charType(opening) == U_INITIAL_PUNCTUATION;
}

int32_t trim_white(const icu::UnicodeString& text, int32_t start, int32_t end) {
  return trim(text, start, end, is_white);
}

int32_t trim_unseen(const icu::UnicodeString& text, int32_t start, int32_t end) {
  return trim(text, start, end, [](UChar32 c) { return is_white(c) || is_undrawn(c); });
}

}  // namespace anteroom::language
