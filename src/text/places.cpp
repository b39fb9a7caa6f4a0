#include "text/places.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "language/characters.h"
#include "language/icu_text.h"
#include "language/paragraphs.h"

namespace anteroom::text {

namespace {

// The advance of `run` up to `end` of its paragraph, without the characters that are not drawn, such as bidi controls.
double advance_until(const Run& run, const icu::UnicodeString& paragraph, int end, double size_mm, Fonts& fonts) {
  if (end >= run.end) return run.width_mm;
  icu::UnicodeString drawn;
  for (int i = run.start; i < end; i = paragraph.moveIndex32(i, 1)) {
    const UChar32 character = paragraph.char32At(i);
    if (!language::is_undrawn(character)) drawn.append(character);
  }
  if (drawn.isEmpty()) return 0;
  const std::string part = language::to_utf8(drawn, 0, drawn.length());
  const double advance = fonts.advance(run.face, part, run.script, run.right_to_left) * size_mm;
  return std::min(advance, run.width_mm);
}

}  // namespace

std::vector<Stretch> places_of(const Layout& layout, int paragraph, int start, int end, Fonts& fonts) {
  std::vector<Stretch> stretches;
  const double size_mm = layout.style.size_mm;
  const std::vector<icu::UnicodeString> paragraphs = language::paragraphs_of(layout.text);
  for (const Line& line : layout.lines) {
    if (line.paragraph != paragraph) continue;
    const icu::UnicodeString& text = paragraphs[static_cast<std::size_t>(paragraph)];
    for (const Run& run : line.runs) {
      const int from = std::max(start, run.start);
      const int until = std::min(end, run.end);
      if (from >= until) continue;
      const double before = advance_until(run, text, from, size_mm, fonts);
      const double behind = advance_until(run, text, until, size_mm, fonts);
      const double x = run.right_to_left ? run.x_mm + run.width_mm - behind : run.x_mm + before;
      const bool joins = !stretches.empty() && stretches.back().baseline_mm == line.baseline_mm &&
                         std::abs(stretches.back().x_mm + stretches.back().width_mm - x) < 0.1;
      if (joins) {
        stretches.back().width_mm += behind - before;
      } else {
        stretches.push_back({x, behind - before, line.baseline_mm});
      }
    }
  }
  return stretches;
}

}  // namespace anteroom::text
