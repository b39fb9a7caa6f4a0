#include "text/layout.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <string>
#include <vector>

#include "language/characters.h"
#include "language/icu_text.h"
#include "language/paragraphs.h"
#include "text/kept_layouts.h"
#include "text/line_breaker.h"
#include "text/runs.h"

namespace anteroom::text {

namespace {

// What a tight layout is wider than its widest line, so that rounding breaks no line.
constexpr double tight_slack_mm = 0.5;

double left_edge(const Layout& layout, double width_mm) {
  const double spare_mm = layout.available_mm - width_mm;
  if (layout.style.align == Align::centre) return spare_mm / 2;
  return layout.right_to_left ? spare_mm : 0;
}

Line placed(const BrokenLine& broken, const icu::UnicodeString& text, const Layout& layout) {
  const double size_mm = layout.style.size_mm;
  Line line;
  line.text = language::to_utf8(text, broken.start, language::trim_white(text, broken.start, broken.end));
  line.broken_word = broken.broken_word;
  line.width_mm = broken.width_em * size_mm;
  line.x_mm = left_edge(layout, line.width_mm);
  double x_em = 0;
  for (const Piece& piece : broken.pieces) {
    line.runs.push_back({piece.utf8, piece.face, uscript_getShortName(piece.script), piece.right_to_left,
                         line.x_mm + x_em * size_mm, piece.advance_em * size_mm, piece.start, piece.end});
    x_em += piece.advance_em;
  }
  return line;
}

Layout lay_out_uncached(std::string_view utf8, const Style& style, double width_mm, Fonts& fonts) {
  Layout layout;
  layout.text = utf8;
  layout.style = style;
  layout.available_mm = width_mm;
  layout.right_to_left = is_right_to_left(style.language);
  // Every face for text has a space, so this is the style's first choice.
  const FaceMetrics metrics = fonts.metrics(fonts.face_for(U' ', style.language, style.weight, no_face));
  layout.cap_height_mm = metrics.cap_height * style.size_mm;

  std::vector<std::size_t> paragraph_starts;
  for (const icu::UnicodeString& text : language::paragraphs_of(utf8)) {
    paragraph_starts.push_back(layout.lines.size());
    const ParagraphRuns runs(text, style, fonts);
    for (const BrokenLine& line : break_lines(runs, style.language, width_mm / style.size_mm, style.breaks)) {
      layout.lines.push_back(placed(line, text, layout));
      layout.lines.back().paragraph = static_cast<int>(paragraph_starts.size()) - 1;
    }
  }
  const double line_mm = style.leading * style.size_mm;
  // Text is centred vertically in the box of its line.
  const double first_baseline_mm = (line_mm + (metrics.ascent - metrics.descent) * style.size_mm) / 2;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    Line& line = layout.lines[i];
    const bool starts_paragraph = std::binary_search(paragraph_starts.begin(), paragraph_starts.end(), i);
    if (i > 0 && starts_paragraph) layout.height_mm += style.paragraph_gap * style.size_mm;
    line.baseline_mm = layout.height_mm + first_baseline_mm;
    layout.height_mm += line_mm;
    layout.width_mm = std::max(layout.width_mm, line.width_mm);
  }
  return layout;
}

}  // namespace

bool Layout::has_broken_word() const {
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.broken_word; });
}

bool is_right_to_left(std::string_view language) {
  return uloc_isRightToLeft(std::string(language).c_str());
}

Layout lay_out(std::string_view utf8, const Style& style, double width_mm, Fonts& fonts) {
  if (const Layout* kept = fonts.layouts().find(utf8, style, width_mm)) return *kept;
  Layout layout = lay_out_uncached(utf8, style, width_mm, fonts);
  fonts.layouts().keep(layout);
  return layout;
}

Layout lay_out_tight(std::string_view utf8, const Style& style, double width_mm, Fonts& fonts) {
  Layout wide = lay_out(utf8, style, width_mm, fonts);
  if (wide.lines.empty()) return wide;
  return lay_out(utf8, style, std::min(width_mm, wide.width_mm + tight_slack_mm), fonts);
}

}  // namespace anteroom::text
