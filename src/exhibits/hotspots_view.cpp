#include "exhibits/hotspots_view.h"

#include <algorithm>
#include <cmath>

#include "exhibits/outline.h"
#include "model/names.h"
#include "scene/flow.h"
#include "scene/palette.h"
#include "scene/rules.h"

namespace anteroom::exhibits {

namespace {

using scene::Fill;
using scene::Picture;
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
      for (std::size_t j = 0; j < i; ++j) moved = move_apart(boxes[j], boxes[i], area) || moved;
    }
  }
  return boxes;
}

// The ring of a region that is at `place`: it marks the region even where the target had to give way to another. A
// target that was only shortened is its own ring, so that two of them keep a gap.
Rect ring_box(const Rect& place, const Rect& target) {
  constexpr double noticeable_mm = 2;
  const scene::Point drawn = scene::middle(place), moved = scene::middle(target);
  return std::hypot(drawn.x - moved.x, drawn.y - moved.y) <= noticeable_mm ? target : place;
}

// A ring for a region of which only the place is known, not the shape.
Fill ring(const Rect& box, double edge_mm, scene::Color edge) {
  constexpr double max_round_mm = 24;
  return {.box = box,
          .color = palette::clear,
          .radius_mm = std::min({box.w, box.h, max_round_mm}) / 2,
          .edge_mm = edge_mm,
          .edge = edge};
}

constexpr double soft_share = 0.25;  // of a lit spot's shorter side, on which it fades out
constexpr double tick_mm = 11;

// One region on its way to the screen.
struct Drawing {
  const Region& region;
  const HotspotsScene& look;
  Rect picture, place, ring_at;
  bool open = false, seen = false;

  Picture layer() const {
    return {.box = picture, .file = look.picture, .layers = region.layers, .instead = look.picture};
  }
  Picture outline(double wide_mm, scene::Color color) const {
    return {.box = picture, .file = look.picture, .tint = color, .layers = region.layers, .outline_mm = wide_mm};
  }
};

// A dark and a light line side by side, so that one of them can be seen on any ground: around the drawn thing where its
// shape is known, else around its place.
void put_line(std::vector<scene::Item>& items, const Drawing& it) {
  const HotspotsMarks& marks = it.look.marks;
  const double wide = it.open ? marks.open_mm : marks.unseen_mm;
  const double inner = marks.inner_mm;
  if (!it.region.layers.empty()) {
    items.emplace_back(it.outline(wide, marks.outer));
    items.emplace_back(it.outline(inner, marks.inner));
    return;
  }
  items.emplace_back(ring(it.ring_at, wide, marks.outer));
  items.emplace_back(ring(it.ring_at.inset(wide - inner), inner, marks.inner));
}

// The drawn thing in its full colours, above the dim picture.
void put_lit(std::vector<scene::Item>& items, const Drawing& it) {
  if (!it.region.layers.empty()) {
    items.emplace_back(it.layer());
    return;
  }
  const double beyond = soft_share * std::min(it.place.w, it.place.h);
  items.emplace_back(
      Picture{.box = it.picture, .file = it.look.picture, .spot = scene::inset(it.place, -beyond, -beyond)});
}

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

// The sign of a region that has been seen: a tick in a disc. At the middle of a side most shapes reach the edge of
// their place, so the disc is on the drawn thing; of both sides it is the outer one, where less is drawn.
void put_tick(std::vector<scene::Item>& items, const Rect& place, const Rect& area, const HotspotsMarks& marks) {
  const bool is_left = scene::middle(place).x < scene::middle(area).x;
  const double left = is_left ? place.x - tick_mm * 0.4 : place.right() - tick_mm * 0.6;
  const Rect box = grown({left, scene::middle(place).y - tick_mm / 2, tick_mm, tick_mm}, tick_mm, area);
  items.emplace_back(Fill{.box = box, .color = marks.disc, .radius_mm = tick_mm / 2, .edge_mm = 1, .edge = marks.tick});
  const auto at = [&](double x, double y) { return scene::Point{box.x + x * tick_mm, box.y + y * tick_mm}; };
  put_stroke(items, at(0.30, 0.52), at(0.44, 0.66), 1.4, marks.tick);
  put_stroke(items, at(0.44, 0.66), at(0.71, 0.36), 1.4, marks.tick);
}

}  // namespace

HotspotsMarks marks_for(bool high_contrast) {
  if (!high_contrast) return {};
  const palette::Colors& colors = palette::high_contrast;
  return {.outer = colors.ground,
          .inner = colors.chosen,
          .disc = colors.chosen,
          .tick = colors.on_chosen,
          .unseen_mm = 2.8,
          .open_mm = 4.0,
          .inner_mm = 1.7};
}

scene::Rect region_place(const Hotspots& hotspots, std::size_t index, const scene::Rect& area) {
  return region_boxes(hotspots.regions, scene::fitted(hotspots.ratio, area), area)[index];
}

std::vector<scene::Item> hotspots_view(const Hotspots& hotspots, const HotspotsState& state, const HotspotsScene& look,
                                       const scene::Rect& area) {
  const Rect box = scene::fitted(hotspots.ratio, area);
  const std::vector<Rect> places = region_boxes(hotspots.regions, box, area);
  const std::vector<Rect> targets = target_boxes(places, area);
  std::vector<Drawing> drawings;
  drawings.reserve(targets.size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    drawings.push_back({hotspots.regions[i], look, box, places[i], ring_box(places[i], targets[i]), state.open == i,
                        state.seen.contains(i)});
  }
  const bool any_open = state.open && *state.open < targets.size();
  std::vector<scene::Item> items;
  items.emplace_back(Picture{.box = box, .file = look.picture, .alt = look.alt, .opacity = any_open ? look.dim : 1.0});
  for (const Drawing& it : drawings) {
    if (!it.open && !it.seen) put_line(items, it);
  }
  for (const Drawing& it : drawings) {
    if (!it.open) continue;
    put_lit(items, it);
    put_line(items, it);
  }
  for (const Drawing& it : drawings) {
    if (it.seen) put_tick(items, it.place, area, look.marks);
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    items.emplace_back(scene::Target{.box = targets[i],
                                     .id = target_id::region(hotspots.regions[i].id),
                                     .action = ExhibitTap{ExhibitVerb::region, i},
                                     .label = i < look.parts.size() ? look.parts[i].label : hotspots.regions[i].id,
                                     .chosen = state.open == i});
  }
  return items;
}

}  // namespace anteroom::exhibits
