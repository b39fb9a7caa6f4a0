#include "exhibits/tick.h"

#include <cmath>

#include "exhibits/outline.h"

namespace anteroom::exhibits {

namespace {

// A straight line of `wide_mm` with blunt ends.
void put_stroke(std::vector<scene::Item>& items, scene::Point from, scene::Point to, double wide_mm,
                scene::Color color) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const double x = (to.x - from.x) / length * wide_mm / 2, y = (to.y - from.y) / length * wide_mm / 2;
  put(items,
      {{from.x - x + y, from.y - y - x},
       {to.x + x + y, to.y + y - x},
       {to.x + x - y, to.y + y + x},
       {from.x - x - y, from.y - y + x}},
      [&](scene::Point) { return color; });
}

}  // namespace

void put_tick(std::vector<scene::Item>& items, const scene::Rect& box, const TickColors& colors) {
  items.emplace_back(
      scene::Fill{.box = box, .color = colors.disc, .radius_mm = box.w / 2, .edge_mm = 0.9, .edge = colors.edge});
  if (colors.tick.a == 0) return;
  const auto at = [&](double x, double y) { return scene::Point{box.x + x * box.w, box.y + y * box.h}; };
  const double wide = 0.13 * box.w;
  put_stroke(items, at(0.30, 0.52), at(0.44, 0.66), wide, colors.tick);
  put_stroke(items, at(0.44, 0.66), at(0.71, 0.36), wide, colors.tick);
}

}  // namespace anteroom::exhibits
