#include "exhibits/hotspots_view.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "exhibits/outline.h"
#include "exhibits/steps_view.h"
#include "exhibits/tick.h"
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

// Over a stage on which one region is open: warm, so that skin and paper keep their colours in it.
constexpr scene::Color dusk = scene::rgb(0x1A1410);

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

// How wide lines are: around what nobody has opened yet, around what is open, and around the others beside that.
struct Lines {
  double unseen_mm = 0, open_mm = 0, beside_mm = 0;
};

// How much of the shorter side of two things that lie side by side faces the other, 0 to 1.
double facing_share(Span one, Span other) {
  const double both = std::min(one.end(), other.end()) - std::max(one.start, other.start);
  return both / std::max(1e-9, std::min(one.size, other.size));
}

// The gap between two things that lie side by side; nothing if they do not, or lie on each other.
std::optional<double> gap_between(const Rect& one, const Rect& other) {
  constexpr double facing = 0.3;
  const double across = std::max(one.x - other.right(), other.x - one.right());
  const double down = std::max(one.y - other.bottom(), other.y - one.bottom());
  if (across > 0 && facing_share({one.y, one.h}, {other.y, other.h}) > facing) return across;
  if (down > 0 && facing_share({one.x, one.w}, {other.x, other.w}) > facing) return down;
  return std::nullopt;
}

// Lines around two things that lie side by side leave some of the gap between them free. `beside`: while one is open
// the others have lines, too, if there is room for them: what is open must not look like the others.
Lines lines_around(const std::vector<Rect>& places, const HotspotsMarks& marks, bool beside) {
  constexpr double free_mm = 0.5, least_mm = 1.2, least_open_mm = 2.2;
  Lines lines{marks.unseen_mm, marks.open_mm, marks.beside_mm};
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const std::optional<double> gap = gap_between(places[i], places[j]);
      if (!gap) continue;
      const double room = *gap - free_mm;
      lines.unseen_mm = std::max(least_mm, std::min(lines.unseen_mm, room / 2));
      lines.open_mm = std::max(least_open_mm, std::min(lines.open_mm, beside ? room - least_mm : room));
      lines.beside_mm = std::min(lines.beside_mm, room - lines.open_mm);
    }
  }
  if (!beside || lines.beside_mm < least_mm) lines.beside_mm = 0;
  lines.open_mm = std::max(lines.open_mm, lines.unseen_mm);
  return lines;
}

// One region on its way to the screen.
struct Drawing {
  const Region& region;
  const HotspotsScene& look;
  std::optional<Rect> stage;  // beyond which no line runs
  Rect picture, place, ring_at;
  double line_mm = 0;
  bool open = false, seen = false;
  bool beneath = false;  // another one lies on it, or it on another

  Picture layer() const {
    return {.box = picture, .file = look.picture, .layers = region.layers, .instead = look.picture};
  }
  Picture outline(double wide_mm, scene::Color color) const {
    return {.box = picture,
            .file = look.picture,
            .tint = color,
            .layers = open || region.outlined.empty() ? region.layers : region.outlined,
            .outline_mm = wide_mm,
            .clip = stage};
  }
};

// Two lines side by side in `outer` and `inner`: around the drawn thing where its shape is known, else around its
// place.
void put_line(std::vector<scene::Item>& items, const Drawing& it, scene::Color outer, scene::Color inner) {
  // A line that had to get narrow keeps some of both colours.
  const double wished = it.open ? it.look.marks.open_inner_mm : it.look.marks.inner_mm;
  const double wide = it.line_mm, narrow = std::min(wished, (it.open ? 0.65 : 0.55) * wide);
  if (!it.region.layers.empty()) {
    items.emplace_back(it.outline(wide, outer));
    items.emplace_back(it.outline(narrow, inner));
    return;
  }
  items.emplace_back(ring(it.ring_at, wide, outer));
  items.emplace_back(ring(it.ring_at.inset(wide - narrow), narrow, inner));
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

// What changes in the picture while a region is open, such as the look on a face. Only made ready until then.
void put_shown(std::vector<scene::Item>& items, const Drawing& it) {
  if (it.region.shown.empty()) return;
  Picture shown = it.layer();
  shown.layers = it.region.shown;
  shown.opacity = it.open ? 1.0 : 0.0;
  items.emplace_back(std::move(shown));
}

// The sign of a region that has been seen: a tick in a disc at the upper outer corner of its place. It lies on the rim
// of what is round and on the corner of what is not, so that it belongs to that and not to what is beside it.
void put_seen(std::vector<scene::Item>& items, const Rect& place, const Rect& area, const HotspotsMarks& marks) {
  constexpr double inside = 0.1464;  // of the shorter side: where the rim of a disc crosses its diagonal
  const double by = inside * std::min(place.w, place.h);
  const bool is_left = scene::middle(place).x < scene::middle(area).x - 1;
  const scene::Point corner{is_left ? place.x + by : place.right() - by, place.y + by};
  const Rect box = grown(scene::around(corner, {seen_sign_mm, seen_sign_mm}), seen_sign_mm, area);
  put_tick(items, box, {.disc = marks.disc, .tick = marks.tick, .edge = marks.tick});
}

// True if two places share some of their area.
bool is_on_another(const std::vector<Rect>& places, std::size_t index) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i != index && places[i].overlaps(places[index])) return true;
  }
  return false;
}

// What is not open, the smaller things above the larger ones, each with its line below it, so that no line runs across
// a drawing. Beside one that is open they recede with the picture: drawn a second time, half transparent, they would
// let whatever stands before them shine through. What the picture hides is drawn only while it is open. `lined`: false
// without any lines.
void put_closed(std::vector<scene::Item>& items, const std::vector<Drawing>& drawings, bool any_open, bool lined) {
  std::vector<const Drawing*> order;
  for (const Drawing& it : drawings) {
    if (!it.open) order.push_back(&it);
  }
  std::stable_sort(order.begin(), order.end(), [](const Drawing* one, const Drawing* other) {
    return one->place.w * one->place.h > other->place.w * other->place.h;
  });
  for (const Drawing* it : order) {
    // Of a dark line and a light one, one can be seen on any ground.
    if (!it->seen && lined) put_line(items, *it, it->look.marks.outer, it->look.marks.inner);
    if (it->region.layers.empty()) continue;
    Picture layer = it->layer();
    // Where it would change nothing it is only made ready, so that it is there for the first touch.
    const double left = any_open && !it->look.stage ? it->look.dim : 1.0;
    layer.opacity = it->beneath && !it->region.hidden ? left : 0.0;
    items.emplace_back(std::move(layer));
  }
}

}  // namespace

HotspotsMarks marks_for(bool high_contrast) {
  if (!high_contrast) return {};
  const palette::Colors& colors = palette::high_contrast;
  return {.outer = colors.ground,
          .inner = colors.chosen,
          .halo = colors.ground,
          .lit = colors.chosen,
          .disc = colors.chosen,
          .tick = colors.on_chosen,
          .unseen_mm = 2.8,
          .open_mm = 5.6,
          .beside_mm = 2.0,
          .inner_mm = 1.7,
          .open_inner_mm = 3.6};
}

namespace {

// Where the picture is in `area`: with some of its stage around it, but on the stage's foot if it stands there.
Rect picture_box(const Hotspots& hotspots, const HotspotsScene& look, const Rect& area) {
  if (!look.stage) return scene::fitted(hotspots.ratio, area);
  // What stands in a corner of the picture would reach out of the round corner of its stage.
  scene::Column column(scene::inset(area, look.stands ? stage_corner_mm : stage_rim_mm, 0));
  column.skip(stage_rim_mm);
  if (!look.stands) column.skip_from_end(stage_rim_mm);
  const Rect room = column.rest(), box = scene::fitted(hotspots.ratio, room);
  return look.stands ? Rect{box.x, room.bottom() - box.h, box.w, box.h} : box;
}

// What has lines around it: what is drawn of a region, or where only its place is known, the ring around that.
std::vector<Rect> lined_boxes(const Hotspots& hotspots, const Rect& picture, const std::vector<Rect>& places) {
  std::vector<Rect> boxes = places;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Region& region = hotspots.regions[i];
    if (!region.layers.empty()) boxes[i] = drawn_box(region, picture);
  }
  return boxes;
}

}  // namespace

double stage_height(const Hotspots& hotspots, bool stands, double width_mm) {
  const double across = width_mm - 2 * (stands ? stage_corner_mm : stage_rim_mm);
  return across / hotspots.ratio + (stands ? 1 : 2) * stage_rim_mm;
}

scene::Rect region_place(const Hotspots& hotspots, std::size_t index, const scene::Rect& area) {
  return region_boxes(hotspots.regions, scene::fitted(hotspots.ratio, area), area)[index];
}

std::vector<scene::Item> hotspots_view(const Hotspots& hotspots, const HotspotsState& state, const HotspotsScene& look,
                                       const scene::Rect& area) {
  const Rect box = picture_box(hotspots, look, area);
  const std::optional<Rect> stage = look.stage ? std::optional(area) : std::nullopt;
  const std::vector<Rect> places = region_boxes(hotspots.regions, box, area);
  const std::vector<Rect> targets = target_boxes(places, area);
  std::vector<Drawing> drawings;
  drawings.reserve(targets.size());
  const bool any_open = state.open && *state.open < targets.size();
  // Of a line around what lies on something lit, pieces would be left beside that.
  const bool lined_beside = look.dim >= 1 || hotspots.lit.empty();
  const Lines lines = lines_around(lined_boxes(hotspots, box, places), look.marks, lined_beside);
  const double closed_mm = any_open ? lines.beside_mm : lines.unseen_mm;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const bool open = state.open == i;
    drawings.push_back({hotspots.regions[i], look, stage, box, places[i], ring_box(places[i], targets[i]),
                        open ? lines.open_mm : closed_mm, open, state.seen.contains(i), is_on_another(places, i)});
  }
  std::vector<scene::Item> items;
  if (look.stage) {
    items.emplace_back(Fill{.box = area, .color = *look.stage, .radius_mm = stage_corner_mm});
  }
  const double left = any_open && !look.stage ? look.dim : 1.0;
  items.emplace_back(Picture{.box = box, .file = look.picture, .alt = look.alt, .opacity = left});
  put_closed(items, drawings, any_open, closed_mm > 0);
  // One scrim over everything: people recede like things, and in their own colours.
  if (any_open && look.stage) {
    items.emplace_back(Fill{.box = area, .color = faint(dusk, 1 - look.dim), .radius_mm = stage_corner_mm});
  }
  if (!hotspots.lit.empty()) {
    // Only made ready until the first touch.
    items.emplace_back(Picture{.box = box,
                               .file = look.picture,
                               .layers = hotspots.lit,
                               .opacity = any_open ? 1.0 : 0.0,
                               .instead = look.picture});
  }
  // Where nothing is dim, what was lit must not cover the other regions.
  const bool is_over_others = any_open && look.dim >= 1 && !hotspots.lit.empty();
  for (const Drawing& it : drawings) put_shown(items, it);
  // What is dim must not vanish below what was lit: a weak copy of it lies above that.
  constexpr double dimly = 0.75;
  const bool is_lit_over = any_open && look.dim < 1 && !hotspots.lit.empty();
  for (const Drawing& it : drawings) {
    if (it.open || it.region.hidden || it.region.layers.empty() || !(is_over_others || is_lit_over)) continue;
    items.emplace_back(it.layer());
    if (is_lit_over) std::get<Picture>(items.back()).opacity = dimly;
  }
  for (const Drawing& it : drawings) {
    if (!it.open) continue;
    put_line(items, it, look.marks.halo, look.marks.lit);
    put_lit(items, it);
  }
  for (const Drawing& it : drawings) {
    if (it.seen) put_seen(items, it.place, area, look.marks);
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
