#include "exhibits/hotspots_view.h"

#include <algorithm>
#include <cmath>

#include "model/names.h"
#include "scene/palette.h"
#include "scene/rules.h"

namespace anteroom::exhibits {

namespace {

using scene::Fill;
using scene::Rect;
namespace palette = scene::palette;

constexpr double wished_mm = 22;  // of a target both ways, where there is room
constexpr scene::Color clear{0, 0, 0, 0};

// The largest box of `ratio` in the middle of `area`.
Rect picture_box(const Rect& area, double ratio) {
  const double width = std::min(area.w, area.h * ratio), height = width / ratio;
  return {area.x + (area.w - width) / 2, area.y + (area.h - height) / 2, width, height};
}

// `box` with both sides at least `least`, about its middle, then pushed into `area`.
Rect grown(const Rect& box, double min, const Rect& area) {
  const double w = std::min(std::max(box.w, min), area.w), h = std::min(std::max(box.h, min), area.h);
  return {std::clamp(box.x + box.w / 2 - w / 2, area.x, area.right() - w),
          std::clamp(box.y + box.h / 2 - h / 2, area.y, area.bottom() - h), w, h};
}

// One side of two boxes that face each other, seen along one axis.
struct Span {
  double start = 0, size = 0;
  double end() const { return start + size; }
};

// Takes as much from the facing ends of `one` and `other` as makes them stand `gap` apart, leaving `least` of each.
// Then moves both away from each other, between `from` and `to`, for what is still missing.
void part(Span& one, Span& other, double from, double to) {
  Span& low = one.start + one.size / 2 <= other.start + other.size / 2 ? one : other;
  Span& high = &low == &one ? other : one;
  const auto missing = [&] { return low.end() + scene::min_gap_mm - high.start; };
  const auto shrink = [&](bool end_of_low, double by) {
    Span& span = end_of_low ? low : high;
    by = std::clamp(by, 0.0, std::max(0.0, span.size - scene::min_target_mm));
    span.size -= by;
    if (!end_of_low) span.start += by;
  };
  shrink(true, missing() / 2);
  shrink(false, missing());
  shrink(true, missing());
  if (missing() <= 0) return;
  const double down = std::min(missing() / 2, low.start - from);
  low.start -= std::max(0.0, down);
  high.start += std::max(0.0, std::min(missing(), to - high.end()));
  low.start -= std::max(0.0, std::min(missing(), low.start - from));
}

double overlap(const Span& one, const Span& other) {
  return std::min(one.end(), other.end()) - std::max(one.start, other.start) + scene::min_gap_mm;
}

// Parts two targets along the axis on which they are the less in each other's way. True if something moved.
bool part(Rect& one, Rect& other, const Rect& area) {
  Span one_x{one.x, one.w}, other_x{other.x, other.w}, one_y{one.y, one.h}, other_y{other.y, other.h};
  const double across = overlap(one_x, other_x), down = overlap(one_y, other_y);
  if (across <= 1e-9 || down <= 1e-9) return false;
  if (across <= down) {
    part(one_x, other_x, area.x, area.right());
  } else {
    part(one_y, other_y, area.y, area.bottom());
  }
  one = {one_x.start, one_y.start, one_x.size, one_y.size};
  other = {other_x.start, other_y.start, other_x.size, other_y.size};
  return true;
}

// Where each region answers a tap.
std::vector<Rect> target_boxes(const std::vector<Region>& regions, const Rect& picture, const Rect& area) {
  std::vector<Rect> boxes;
  for (const Region& region : regions) {
    const Share& share = region.box;
    const Rect drawn{picture.x + share.x * picture.w, picture.y + share.y * picture.h, share.w * picture.w,
                     share.h * picture.h};
    boxes.push_back(grown(drawn, wished_mm, area));
  }
  // Parting two may push one into a third: a few rounds settle what there is room for.
  bool moved = true;
  for (int round = 0; moved && round < 50; ++round) {
    moved = false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) moved = part(boxes[j], boxes[i], area) || moved;
    }
  }
  return boxes;
}

Fill ring(const Rect& box, double edge_mm, scene::Color edge) {
  return {box, clear, std::min({box.w, box.h, 24.0}) / 2, edge_mm, edge};
}

// A dark and a white line side by side: one of them stands out from any ground. The open one is thicker, its lines
// change places, and it bears a mark.
void put_ring(std::vector<scene::Item>& items, const Rect& box, bool open) {
  if (open) {
    items.emplace_back(ring(box, 4.0, palette::white));
    items.emplace_back(ring(box, 2.6, palette::ink));
    const double mark = 5;
    items.emplace_back(
        Fill{{box.x + box.w / 2 - mark / 2, box.y + 4.8, mark, mark}, palette::ink, mark / 2, 1, palette::white});
  } else {
    items.emplace_back(ring(box, 2.4, palette::teal));
    items.emplace_back(ring(box.inset(0.8), 1.6, palette::white));
  }
}

}  // namespace

std::vector<scene::Item> hotspots_view(const Hotspots& hotspots, const HotspotsState& state,
                                       const std::vector<ExhibitPart>& parts, const std::string& picture,
                                       const std::string& alt, const scene::Rect& area) {
  const Rect box = picture_box(area, hotspots.ratio);
  const std::vector<Rect> targets = target_boxes(hotspots.regions, box, area);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{.box = box, .file = picture, .alt = alt});
  for (std::size_t i = 0; i < targets.size(); ++i) {
    put_ring(items, targets[i], state.open == i);
    scene::Target target;
    target.box = targets[i];
    target.id = target_id::region(hotspots.regions[i].id);
    target.action = ExhibitTap{ExhibitVerb::region, i};
    target.label = i < parts.size() ? parts[i].label : hotspots.regions[i].id;
    items.emplace_back(std::move(target));
  }
  return items;
}

}  // namespace anteroom::exhibits
