#include "exhibits/month_leaves.h"

#include <algorithm>

#include "scene/palette.h"

namespace anteroom::exhibits {

namespace {

using scene::Fill;
using scene::Rect;
namespace palette = scene::palette;

constexpr scene::Color head_color = scene::rgb(0xB0704A), day_color = palette::teal, day_to_come = scene::rgb(0xD8D2C4);
constexpr scene::Color now_color = scene::rgb(0xF4C95D);  // gold, as around an open spot

void put_leaf(std::vector<scene::Item>& items, const Rect& leaf, bool passed, bool now) {
  const double head = 0.28 * leaf.h, corner = 0.10 * leaf.h, edge = 0.045 * leaf.h;
  if (now) {
    items.emplace_back(Fill{.box = leaf.inset(-edge), .color = now_color, .radius_mm = corner + edge});
  }
  items.emplace_back(Fill{.box = leaf, .color = head_color, .radius_mm = corner});
  const Rect body{leaf.x, leaf.y + head, leaf.w, leaf.h - head};
  items.emplace_back(Fill{.box = body, .color = palette::white, .radius_mm = corner});
  items.emplace_back(Fill{.box = {body.x, body.y, body.w, 2 * corner}, .color = palette::white});
  for (const double share : {0.28, 0.72}) {
    const double wide = 0.07 * leaf.w;
    items.emplace_back(Fill{.box = {leaf.x + share * leaf.w - wide / 2, leaf.y - 0.05 * leaf.h, wide, 0.20 * leaf.h},
                            .color = palette::paper,
                            .radius_mm = wide / 2});
  }
  constexpr int columns = 4, rows = 3;
  const Rect days = scene::inset(body, 0.11 * leaf.w, 0.09 * leaf.h);
  const double wide = days.w / columns, high = days.h / rows, size = 0.72 * std::min(wide, high);
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const scene::Point middle{days.x + (column + 0.5) * wide, days.y + (row + 0.5) * high};
      items.emplace_back(Fill{.box = scene::around(middle, {size, size}),
                              .color = passed ? day_color : day_to_come,
                              .radius_mm = 0.3 * size});
    }
  }
}

}  // namespace

void put_month_leaves(std::vector<scene::Item>& items, std::size_t count, std::size_t passed, const Rect& row,
                      scene::Direction direction) {
  constexpr double gap = 0.28;  // of a leaf
  const double most = row.w / (static_cast<double>(count) * (1 + gap));
  const double size = std::min(row.h * 0.92, most);
  scene::Row leaves({row.x, row.bottom() - size, row.w, size}, direction, gap * size);
  for (std::size_t i = 0; i < count; ++i) put_leaf(items, leaves.take(size), i < passed, i + 1 == passed);
}

}  // namespace anteroom::exhibits
