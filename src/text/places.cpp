#include "text/places.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "text/characters.h"

namespace anteroom::text {

namespace {

// The advance of the first `units` UTF-16 units of `run` as they are drawn, at most the run's own.
double advance_until(const Run& run, int units, double size_mm, Fonts& fonts) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(run.utf8);
  if (units <= 0) return 0;
  if (units >= run.end - run.start) return run.width_mm;
  // Characters that are never drawn (bidi controls) are missing in the run's own text: its end may come a little late.
  const std::string part = to_utf8(text, 0, std::min(units, text.length()));
  const double advance = fonts.advance(run.face, part, run.script, run.right_to_left) * size_mm;
  return std::min(advance, run.width_mm);
}

}  // namespace

std::vector<Stretch> places_of(const Layout& layout, int paragraph, int start, int end, Fonts& fonts) {
  std::vector<Stretch> stretches;
  const double size_mm = layout.style.size_mm;
  for (const Line& line : layout.lines) {
    if (line.paragraph != paragraph) continue;
    for (const Run& run : line.runs) {
      const int from = std::max(start, run.start) - run.start;
      const int until = std::min(end, run.end) - run.start;
      if (from >= until) continue;
      const double before = advance_until(run, from, size_mm, fonts);
      const double behind = advance_until(run, until, size_mm, fonts);
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
