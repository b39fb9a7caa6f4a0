#include "text/paragraphs.h"

#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

namespace anteroom::text {

namespace {

bool ends_paragraph(UChar32 character) {
  return character == '\n' || character == 0x2028 || character == 0x2029;
}

}  // namespace

std::vector<icu::UnicodeString> paragraphs_of(std::string_view utf8) {
  const icu::UnicodeString raw =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
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
  // A '\n' at the very end has ended its paragraph already: it does not begin another.
  if (!raw.isEmpty() && !ends_paragraph(raw.char32At(raw.length() - 1))) paragraphs.push_back(paragraph);
  return paragraphs;
}

}  // namespace anteroom::text
