#include "oracle/drawn_line.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "language/characters.h"
#include "language/icu_text.h"

namespace anteroom::oracle {

std::string seen_of(std::string_view utf8, bool right_to_left) {
  const icu::UnicodeString whole =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  icu::UnicodeString text;
  for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
    const UChar32 character = whole.char32At(i);
    if (!language::is_undrawn(character)) text.append(right_to_left ? u_charMirror(character) : character);
  }
  if (!right_to_left) return language::to_utf8(text, 0, text.length());
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  graphemes->setText(text);
  std::string seen;
  int32_t end = graphemes->last();
  for (int32_t start = graphemes->previous(); start != icu::BreakIterator::DONE; start = graphemes->previous()) {
    seen += language::to_utf8(text, start, end);
    end = start;
  }
  return seen;
}

std::vector<DrawnLine> drawn_lines(const text::Layout& layout) {
  std::vector<DrawnLine> lines;
  for (const text::Line& line : layout.lines) {
    DrawnLine drawn{line.text, {}};
    for (const text::Run& run : line.runs) drawn.seen += seen_of(run.utf8, run.right_to_left);
    lines.push_back(std::move(drawn));
  }
  return lines;
}

}  // namespace anteroom::oracle
