#include "exhibits/hotspots_view.h"

#include <algorithm>
#include <cmath>

#include "model/names.h"
#include "scene/flow.h"
#include "scene/palette.h"
#include "scene/rules.h"

namespace anteroom::exhibits {

namespace {

using scene::Fill;
using scene::Rect;
namespace palette = scene::palette;

constexpr double preferred_mm = 22;  // width and height of a target, if there is room

// `box` with both sides at least `min`, around its middle, then pushed into `area`.
Rect grown(const Rect& box, double min, const Rect& area) {
  const double w = std::min(std::max(box.w, min), area.w), h = std::min(std::max(box.h, min), area.h);
  const Rect larger = scene::centred({w, h}, box);
  return {std::clamp(larger.x, area.x, area.right() - w), std::clamp(larger.y, area.y, area.bottom() - h), w, h};
}

// The extent of a box along one axis.
struct Span {
  double start = 0, size = 0;
  double end() const { return start + size; }
};

// Shortens `one` and `other` at the ends that face each other until they are the least gap apart, but neither below the
// least size of a target. Then moves them apart, between `from` and `to`, for what is still missing.
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

// Moves two targets apart along the axis on which they overlap less. True if something moved.
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

// Where each region is on the screen, as large as a target should be.
std::vector<Rect> region_boxes(const std::vector<Region>& regions, const Rect& picture, const Rect& area) {
  std::vector<Rect> boxes;
  boxes.reserve(regions.size());
  for (const Region& region : regions) {
    const Share& share = region.box;
    const Rect drawn{picture.x + share.x * picture.w, picture.y + share.y * picture.h, share.w * picture.w,
                     share.h * picture.h};
    boxes.push_back(grown(drawn, preferred_mm, area));
  }
  return boxes;
}

// The target of each region: `boxes`, far enough apart for fingers. Of two that lie on each other each is left on its
// own side, so that a touch opens the nearer one.
std::vector<Rect> target_boxes(std::vector<Rect> boxes, const Rect& area) {
  // Moving two apart may push one into a third: a few rounds settle what there is room for.
  bool moved = true;
  for (int round = 0; moved && round < 50; ++round) {
    moved = false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) moved = part(boxes[j], boxes[i], area) || moved;
    }
  }
  return boxes;
}

// The ring of a region that is at `place`: it marks the region even where the target had to give way to another. A
// target that was only shortened is its own ring, so that two of them keep a gap.
Rect ring_box(const Rect& place, const Rect& target) {
  constexpr double noticeable_mm = 2;
  const scene::Point meant = scene::middle(place), moved = scene::middle(target);
  return std::hypot(meant.x - moved.x, meant.y - moved.y) <= noticeable_mm ? target : place;
}

Fill ring(const Rect& box, double edge_mm, scene::Color edge) {
  constexpr double max_round_mm = 24;
  return {.box = box,
          .color = palette::clear,
          .radius_mm = std::min({box.w, box.h, max_round_mm}) / 2,
          .edge_mm = edge_mm,
          .edge = edge};
}

// A dark and a white line side by side, so that one of them can be seen on any ground. The open region's ring is
// thicker, has the two lines the other way round, and a mark.
void put_ring(std::vector<scene::Item>& items, const Rect& box, bool open) {
  if (open) {
    items.emplace_back(ring(box, 4.0, palette::white));
    items.emplace_back(ring(box, 2.6, palette::ink));
    constexpr double mark_mm = 5;
    scene::Column column(box);
    column.skip(4.8);  // inside of both lines
    items.emplace_back(Fill{.box = scene::centred({mark_mm, mark_mm}, column.take(mark_mm)),
                            .color = palette::ink,
                            .radius_mm = mark_mm / 2,
                            .edge_mm = 1,
                            .edge = palette::white});
  } else {
    items.emplace_back(ring(box, 2.4, palette::teal));
    items.emplace_back(ring(box.inset(0.8), 1.6, palette::white));
  }
}

}  // namespace

std::vector<scene::Item> hotspots_view(const Hotspots& hotspots, const HotspotsState& state,
                                       const std::vector<ExhibitPart>& parts, const std::string& picture,
                                       const std::string& alt, const scene::Rect& area) {
  const Rect box = scene::fitted(hotspots.ratio, area);
  const std::vector<Rect> places = region_boxes(hotspots.regions, box, area);
  const std::vector<Rect> targets = target_boxes(places, area);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{.box = box, .file = picture, .alt = alt});
  for (std::size_t i = 0; i < targets.size(); ++i) {
    put_ring(items, ring_box(places[i], targets[i]), state.open == i);
    items.emplace_back(scene::Target{.box = targets[i],
                                     .id = target_id::region(hotspots.regions[i].id),
                                     .action = ExhibitTap{ExhibitVerb::region, i},
                                     .label = i < parts.size() ? parts[i].label : hotspots.regions[i].id});
  }
  return items;
}

}  // namespace anteroom::exhibits
