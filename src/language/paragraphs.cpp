#include "language/paragraphs.h"

#include <unicode/uchar.h>

#include "language/icu_text.h"

namespace anteroom::language {

namespace {

bool ends_paragraph(UChar32 character) {
  return character == '\n' || character == 0x2028 || character == 0x2029;
}

}  // namespace

std::vector<icu::UnicodeString> paragraphs_of(std::string_view utf8) {
  const icu::UnicodeString raw = icu_text(utf8);
  std::vector<icu::UnicodeString> paragraphs;
  icu::UnicodeString paragraph;
  for (int32_t i = 0; i < raw.length(); i = raw.moveIndex32(i, 1)) {
    const UChar32 character = raw.char32At(i);
    if (ends_paragraph(character)) {
      paragraphs.push_back(paragraph);
      paragraph.remove();
    } else if (character == '\t') {
      paragraph.append(u' ');
    } else if (u_charType(character) != U_CONTROL_CHAR) {
      paragraph.append(character);
    }
  }
  // A '\n' at the very end has already ended its paragraph and does not begin another.
  if (!raw.isEmpty() && !ends_paragraph(raw.char32At(raw.length() - 1))) paragraphs.push_back(paragraph);
  return paragraphs;
}

std::size_t line_count(std::string_view utf8) {
  std::size_t ends = 0;
  for (const std::string_view separator : {"\n", "\u2028", "\u2029"}) {
    for (std::size_t at = utf8.find(separator); at != std::string_view::npos; at = utf8.find(separator, at + 1)) ++ends;
  }
  return ends + 1;
}

}  // namespace anteroom::language
