#include "screens/countdown.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace anteroom::screens {

namespace {

constexpr int most_marks = 60;  // on the ring; of a longer time, several seconds share one

// A point of a circle, from its top clockwise; `turn` is 0 to 1.
scene::Point on_circle(scene::Point middle, double radius, double turn) {
  const double angle = 2 * std::numbers::pi * turn;
  return {middle.x + radius * std::sin(angle), middle.y - radius * std::cos(angle)};
}

// A piece of a ring between two turns: a polygon must be convex, so that it has only a small part of the ring.
scene::Item ring_piece(const scene::Rect& box, double width, double from, double to, scene::Color color) {
  const scene::Point middle = scene::middle(box);
  const double outer = box.w / 2, inner = outer - width;
  const std::vector<scene::Point> corners{on_circle(middle, outer, from), on_circle(middle, outer, to),
                                          on_circle(middle, inner, to), on_circle(middle, inner, from)};
  scene::Rect around{corners[0].x, corners[0].y, 0, 0};
  for (const scene::Point& corner : corners) around = scene::joined(around, {corner.x, corner.y, 0, 0});
  return scene::Polygon{.box = around, .corners = corners, .colors = std::vector<scene::Color>(4, color)};
}

// A ring of one mark for each second of `of`, of which the last `left` are still there.
void add_ring(std::vector<scene::Item>& items, const View& view, const scene::Rect& box, double width, int left,
              int of) {
  const int marks = std::min(of, most_marks);
  const int lit = static_cast<int>(std::ceil(static_cast<double>(left) * marks / of));
  constexpr double gap = 0.16;  // of a mark
  // Two pieces overlap by more than a pixel also at their inner edge, so that no seam shows between them.
  constexpr double overlap_mm = 0.9;
  const double overlap = overlap_mm / (2 * std::numbers::pi * (box.w / 2 - width));  // of a turn
  const int pieces = std::max(1, 90 / marks);
  for (int mark = 0; mark < marks; ++mark) {
    const bool is_left = mark >= marks - lit;
    const double from = (mark + gap / 2) / marks, length = (1 - gap) / marks;
    const double thin = is_left ? width : width / 4;  // not by colour alone
    for (int piece = 0; piece < pieces; ++piece) {
      const double begin = from + length * piece / pieces, end = from + length * (piece + 1) / pieces;
      const scene::Rect inset = box.inset((width - thin) / 2);
      items.push_back(ring_piece(inset, thin, begin, std::min(end + overlap, from + length),
                                 is_left ? view.colors().accent : view.colors().quiet));
    }
  }
}

}  // namespace

void add_countdown(std::vector<scene::Item>& items, const View& view, const scene::Rect& box, int left, int of) {
  add_ring(items, view, box, box.w * 0.1, left, of);
  const std::string number = view.number(static_cast<std::size_t>(left));
  // As large as three digits fit into the ring, but no smaller than body text.
  text::Style style = type_scale(view).title;
  style.size_mm = std::max(type_scale(view).body.size_mm, box.w * (of > 99 ? 0.32 : 0.42));
  text::Layout layout = lay_out_centred(view, number, style, box.w * 0.78);
  // The middle of a line is above that of its capitals: placed by them, the number is in the ring's middle.
  const double cap = layout.cap_height_mm;
  const double baseline = layout.lines.empty() ? 0 : layout.lines.front().baseline_mm;
  const scene::Point middle = scene::middle(box);
  const scene::Rect at{middle.x - layout.available_mm / 2, middle.y + cap / 2 - baseline, layout.available_mm,
                       layout.height_mm};
  items.emplace_back(text_in(view, at, {std::move(layout), scene::TextRole::title, view.colors().ink}));
}

}  // namespace anteroom::screens
