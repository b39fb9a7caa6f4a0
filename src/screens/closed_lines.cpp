#include "screens/closed_lines.h"

#include <algorithm>
#include <utility>

namespace anteroom::screens {

double ClosedLine::baseline() const {
  double most = 0;
  for (const text::Layout* part : {&closed, &opening}) {
    if (!part->lines.empty()) most = std::max(most, part->lines.front().baseline_mm);
  }
  return most;
}

double ClosedLine::height() const {
  double below = 0;
  for (const text::Layout* part : {&closed, &opening}) {
    if (!part->lines.empty()) below = std::max(below, part->height_mm - part->lines.front().baseline_mm);
  }
  return baseline() + below;
}

ClosedLines closed_lines(const View& view, const std::vector<ClosedWords>& words, double times) {
  constexpr double unbounded_mm = 1e5;
  ClosedLines all{.space = 0.7 * times * type_scale(view).label.size_mm};
  for (const ClosedWords& each : words) {
    text::Style style = type_scale(in_language(view, each.language)).label;
    style.size_mm *= times;
    ClosedLine line{.language = each.language,
                    .closed = text::lay_out_tight(each.closed, style, unbounded_mm, view.fonts)};
    style.weight = text::Weight::regular;
    line.opening = text::lay_out_tight(each.opening, style, unbounded_mm, view.fonts);
    all.widest = std::max(all.widest, line.width() + all.space);
    all.height += line.height();
    all.lines.push_back(std::move(line));
  }
  return all;
}

View in_language(const View& view, const std::string& language) {
  View own = view;
  own.language = language;
  return own;
}

}  // namespace anteroom::screens
