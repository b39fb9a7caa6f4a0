#include "exhibits/hotspots_targets.h"

#include <algorithm>

#include "scene/flow.h"
#include "scene/rules.h"

namespace anteroom::exhibits {

namespace {

using scene::Rect;

constexpr double preferred_mm = 22;  // width and height of a target, if there is room

// The extent of a box along one axis.
struct Span {
  double start = 0, size = 0;
  double end() const { return start + size; }
};

// Shortens `one` and `other` at the ends that face each other until they are the least gap apart, but neither below the
// least size of a target. Then moves them apart, between `from` and `to`, for what is still missing.
void move_apart(Span& one, Span& other, double from, double to) {
  Span& low = one.start + one.size / 2 <= other.start + other.size / 2 ? one : other;
  Span& high = &low == &one ? other : one;
  const auto missing = [&] { return low.end() + scene::min_gap_mm - high.start; };
  const auto spare = [](const Span& span, double by) {
    return std::clamp(by, 0.0, std::max(0.0, span.size - scene::min_target_mm));
  };
  const auto shorten_low = [&](double by) { low.size -= spare(low, by); };
  const auto shorten_high = [&](double by) {
    by = spare(high, by);
    high.size -= by;
    high.start += by;
  };
  shorten_low(missing() / 2);
  shorten_high(missing());
  shorten_low(missing());
  if (missing() <= 0) return;
  const double down = std::min(missing() / 2, low.start - from);
  low.start -= std::max(0.0, down);
  high.start += std::max(0.0, std::min(missing(), to - high.end()));
  low.start -= std::max(0.0, std::min(missing(), low.start - from));
}

double overlap(const Span& one, const Span& other) {
  return std::min(one.end(), other.end()) - std::max(one.start, other.start) + scene::min_gap_mm;
}

// Moves two targets apart along the axis on which they overlap less. True if something moved.
bool move_apart(Rect& one, Rect& other, const Rect& area) {
  Span one_x{one.x, one.w}, other_x{other.x, other.w}, one_y{one.y, one.h}, other_y{other.y, other.h};
  const double across = overlap(one_x, other_x), down = overlap(one_y, other_y);
  if (across <= 1e-9 || down <= 1e-9) return false;
  if (across <= down) {
    move_apart(one_x, other_x, area.x, area.right());
  } else {
    move_apart(one_y, other_y, area.y, area.bottom());
  }
  one = {one_x.start, one_y.start, one_x.size, one_y.size};
  other = {other_x.start, other_y.start, other_x.size, other_y.size};
  return true;
}

}  // namespace

Rect grown(const Rect& box, double min, const Rect& area) {
  const double w = std::min(std::max(box.w, min), area.w), h = std::min(std::max(box.h, min), area.h);
  const Rect larger = scene::centred({w, h}, box);
  return {std::clamp(larger.x, area.x, area.right() - w), std::clamp(larger.y, area.y, area.bottom() - h), w, h};
}

Rect drawn_box(const Region& region, const Rect& picture) {
  const Share& share = region.box;
  return {picture.x + share.x * picture.w, picture.y + share.y * picture.h, share.w * picture.w, share.h * picture.h};
}

std::vector<Rect> region_boxes(const std::vector<Region>& regions, const Rect& picture, const Rect& area) {
  std::vector<Rect> boxes;
  boxes.reserve(regions.size());
  for (const Region& region : regions) boxes.push_back(grown(drawn_box(region, picture), preferred_mm, area));
  return boxes;
}

std::vector<Rect> target_boxes(std::vector<Rect> boxes, const Rect& area) {
  // Moving two apart may push one into a third: a few rounds settle what there is room for.
  bool moved = true;
  for (int round = 0; moved && round < 50; ++round) {
    moved = false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) moved = move_apart(boxes[j], boxes[i], area) || moved;
    }
  }
  return boxes;
}

}  // namespace anteroom::exhibits
