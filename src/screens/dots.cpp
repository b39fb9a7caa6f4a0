#include "screens/dots.h"

#include <algorithm>

namespace anteroom::screens {

namespace {

constexpr double long_dot = 2.4;  // times as wide as the others

double dot_size(const View& view) {
  return type_scale(view).label.size_mm * (view.role() == Role::kiosk ? 0.5 : 0.42);
}

}  // namespace

std::string said_of(const View& view, const std::string& key, Position position) {
  return view.say(key, {{"n", view.number(position.index + 1)}, {"total", view.number(position.count)}});
}

// Dots are for the eye that takes in the whole; the words beside them carry the number.
std::vector<scene::Item> dots(const View& view, Position position, scene::Point middle, double widest_mm,
                              DotColors used) {
  const double usual = dots_width(view, position.count), width = std::min(usual, widest_mm);
  const double size = usual > 0 ? dot_size(view) * width / usual : 0;
  const scene::palette::Colors& colors = view.colors();
  scene::Row row(scene::around(middle, {width, size}), view.direction(), size);
  // The items are in the order of the screen, also where that is not the order of reading.
  const std::size_t shown = view.reading() == view.direction() ? position.index : position.count - 1 - position.index;
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < position.count; ++i) {
    // The shown card differs in shape as well as in colour (standards: Size and legibility, Colour).
    const bool current = i == shown;
    items.emplace_back(scene::Fill{.box = row.take(current ? long_dot * size : size),
                                   .color = current
                                                ? used.current.value_or(colors.accent)
                                                : used.other.value_or(view.high_contrast ? colors.ink : colors.quiet),
                                   .radius_mm = size / 2});
  }
  return items;
}

double dots_width(const View& view, std::size_t count) {
  if (count == 0) return 0;
  return (static_cast<double>(2 * count - 2) + long_dot) * dot_size(view);
}

}  // namespace anteroom::screens
