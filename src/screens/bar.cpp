#include "screens/bar.h"

#include <algorithm>

#include "screens/dots.h"

namespace anteroom::screens {

std::vector<scene::Item> bar(const View& view, Position position, const BarWords& words) {
  const Measures space = measures(view);
  const text::Style label = type_scale(view).label;
  const double width = view.screen().width_mm;
  const double middle = view.screen().height_mm - space.bar / 2;
  std::vector<scene::Item> items;
  const auto put = [&](text::Layout layout, double x) {
    const double y = middle - layout.height_mm / 2;
    items.emplace_back(text_at(x, y, std::move(layout), scene::TextRole::label, view.colors().ink));
  };
  const auto lay_out = [&](const std::string& utf8, double at_most) {
    text::Layout wide = text::lay_out(utf8, label, std::max(at_most, label.size_mm), view.fonts);
    // Laid out again to its own width, so that right-to-left words end where their box ends.
    return wide.width_mm > 0 ? text::lay_out(utf8, label, wide.width_mm + 0.5, view.fonts) : wide;
  };

  const auto whole = [&](const text::Layout& layout) {
    return layout.height_mm <= space.bar && std::none_of(layout.lines.begin(), layout.lines.end(),
                                                         [](const text::Line& line) { return line.broken_word; });
  };
  text::Layout where = lay_out(words.position, width);
  double group = where.width_mm;
  const double with_dots = group + dots_width(view, position.count) + 1.4 * label.size_mm;
  const bool dotted = position.count > 1 && with_dots < width * 0.42;
  if (dotted) group = with_dots;
  const double group_x = (width - group) / 2;
  if (dotted) items = dots(view, position, group_x, middle);
  if (group > 0) {
    const double x = group_x + group - where.width_mm;
    put(std::move(where), x);
  }

  const double side = group_x - 2 * space.margin;
  if (!words.start.empty()) {
    text::Layout start = lay_out(words.start, side);
    // What is too long for its place is left out rather than cut.
    if (whole(start)) put(std::move(start), space.margin);
  }
  if (!words.end.empty()) {
    text::Layout end = lay_out(words.end, side);
    const double x = width - space.margin - end.width_mm - 0.5;
    if (whole(end)) put(std::move(end), x);
  }
  return items;
}

}  // namespace anteroom::screens
