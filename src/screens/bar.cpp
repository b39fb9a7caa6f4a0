#include "screens/bar.h"

#include <algorithm>

#include "screens/dots.h"

namespace anteroom::screens {

namespace {

constexpr double max_position = 0.42;  // of the screen's width, for the dots and their words

Words words_in(const View& view, const std::string& utf8, double max_width_mm) {
  const text::Style label = type_scale(view).label;
  return {text::lay_out_tight(utf8, label, std::max(max_width_mm, label.size_mm), view.fonts), scene::TextRole::label,
          view.colors().ink};
}

}  // namespace

std::vector<scene::Item> bar(const View& view, Position position, const BarWords& words) {
  const scene::Rect all = bar_area(view);
  const double margin = measures(view).margin;
  std::vector<scene::Item> items;
  const auto put = [&](Words each, const scene::Rect& area, scene::Align across) {
    if (!each.layout.lines.empty())
      items.emplace_back(text_in(view, area, std::move(each), across, scene::Align::centre));
  };

  Words where = words_in(view, words.position, all.w);
  const double dots_gap = 1.4 * where.layout.style.size_mm;
  const double dotted = dots_width(view, position.count) + dots_gap + where.layout.width_mm;
  const bool has_dots = position.count > 1 && dotted < max_position * all.w;
  const scene::Rect group = scene::centred({has_dots ? dotted : where.layout.width_mm, all.h}, all);
  scene::Row row(group, view.direction(), dots_gap);
  if (has_dots) items = dots(view, position, scene::middle(row.take(dots_width(view, position.count))));
  put(std::move(where), row.rest(), scene::Align::start);

  const scene::Rect sides = scene::inset(all, margin, 0);
  const double side = (all.w - group.w) / 2 - 2 * margin;
  Words start = words_in(view, words.start, side), end = words_in(view, words.end, side);
  // Words that are too long for their place are left out, not cut.
  if (fits(start.layout, all.h)) put(std::move(start), sides, scene::Align::start);
  if (fits(end.layout, all.h)) put(std::move(end), sides, scene::Align::end);
  return items;
}

}  // namespace anteroom::screens
