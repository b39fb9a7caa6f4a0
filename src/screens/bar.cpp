#include "screens/bar.h"

#include <algorithm>

#include "screens/dots.h"

namespace anteroom::screens {

namespace {

constexpr double dots_row = 0.4;       // of the bar's height, for dots above their words
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
  const double dots_gap = 1.4 * where.layout.style.size_mm, dots_mm = dots_width(view, position.count);
  const double dotted = dots_mm + dots_gap + where.layout.width_mm;
  const bool beside = position.count > 1 && dotted < max_position * all.w;
  // On a narrow screen the dots are above the words, if they have room there.
  scene::Column column(all);
  const scene::Rect top = column.take(dots_row * all.h);
  const bool above =
      position.count > 1 && !beside && dots_mm < all.w - 2 * margin && where.layout.height_mm <= column.room();
  const scene::Rect line = above ? column.rest() : all;
  if (above) items = dots(view, position, scene::middle(top));
  const scene::Rect group = scene::centred({beside ? dotted : where.layout.width_mm, line.h}, line);
  scene::Row row(group, view.direction(), dots_gap);
  if (beside) items = dots(view, position, scene::middle(row.take(dots_mm)));
  put(std::move(where), row.rest(), scene::Align::start);

  const scene::Rect sides = scene::inset(line, margin, 0);
  const double side = (all.w - group.w) / 2 - 2 * margin;
  Words start = words_in(view, words.start, side), end = words_in(view, words.end, side);
  // Words that are too long for their place are left out, not cut.
  if (fits(start.layout, line.h)) put(std::move(start), sides, scene::Align::start);
  if (fits(end.layout, line.h)) put(std::move(end), sides, scene::Align::end);
  move_by(items, view.drift_mm());
  return items;
}

}  // namespace anteroom::screens
