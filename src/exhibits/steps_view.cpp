#include "exhibits/steps_view.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace anteroom::exhibits {

namespace {

using scene::Fill;
using scene::Picture;
using scene::Rect;

constexpr double band_mm = 24;   // of the line, the height of its handle
constexpr double line_mm = 2.4;  // thick
constexpr double mark_mm = 5.2, nearest_mm = 8, thumb_mm = 12;
constexpr double loose_mm = 4.4, held_mm = 6.4;  // the disc in the thumb
constexpr double gap_mm = 4;                     // between the picture and the line

// Two steps, and the share of the way from the first to the second, 0 to 1.
struct Between {
  std::size_t from = 0, to = 0;
  double way = 0;
};

Between between(const Steps& steps, double position) {
  for (std::size_t i = 0; i + 1 < steps.steps.size(); ++i) {
    const double from = place_on_line(steps, i), to = place_on_line(steps, i + 1);
    if (position > to || to <= from) continue;
    return {i, i + 1, std::clamp((position - from) / (to - from), 0.0, 1.0)};
  }
  const std::size_t last = steps.steps.empty() ? 0 : steps.steps.size() - 1;
  return {last, last, 0};
}

// How many layers both steps begin with. Those are drawn once, below and opaque, so that the background does not shine
// through them while the rest cross-fades.
std::size_t common_layers(const Step& one, const Step& other) {
  std::size_t count = 0;
  if (one.picture != other.picture) return 0;
  while (count < std::min(one.layers.size(), other.layers.size()) && one.layers[count] == other.layers[count]) ++count;
  return count;
}

Picture picture_of(const Step& step, const StepsScene& look, const Rect& box, double opacity, std::size_t from) {
  Picture picture{.box = box,
                  .file = step.picture.empty() ? look.picture : step.picture,
                  .layers = step.layers,
                  .opacity = opacity,
                  .instead = look.picture};
  picture.layers.erase(picture.layers.begin(), picture.layers.begin() + static_cast<std::ptrdiff_t>(from));
  return picture;
}

// The pictures at `position`. The first one has the description of all.
std::vector<scene::Item> pictures(const Steps& steps, double position, const StepsScene& look, const Rect& box) {
  std::vector<Picture> shown;
  const Between here = between(steps, position);
  const Step &one = steps.steps[here.from], &other = steps.steps[here.to];
  if (here.from == here.to || here.way <= 0 || here.way >= 1 ||
      (one.layers == other.layers && one.picture == other.picture)) {
    shown.push_back(picture_of(here.way >= 1 ? other : one, look, box, 1, 0));
  } else {
    const std::size_t common = common_layers(one, other);
    if (common > 0) {
      Picture below = picture_of(one, look, box, 1, 0);
      below.layers.resize(common);
      shown.push_back(below);
    }
    // A step without layers is the whole picture; one whose layers are all common adds nothing.
    const auto add = [&](const Step& step, double opacity) {
      if (common == 0 || step.layers.size() > common) shown.push_back(picture_of(step, look, box, opacity, common));
    };
    add(one, std::min(1.0, 2 * (1 - here.way)));
    add(other, std::min(1.0, 2 * here.way));
  }
  shown.front().alt = look.alt;
  return {shown.begin(), shown.end()};
}

Fill disc(scene::Point middle, double size, scene::Color color, double edge_mm = 0, scene::Color edge = {}) {
  return {.box = scene::around(middle, {size, size}),
          .color = color,
          .radius_mm = size / 2,
          .edge_mm = edge_mm,
          .edge = edge};
}

// A stretch of the line in `band` between two places on it, its ends round.
Fill stroke(const Rect& band, double from, double to, scene::Color color) {
  const double left = std::min(from, to), length = std::abs(to - from);
  const Rect box = scene::around({left + length / 2, scene::middle(band).y}, {length + line_mm, line_mm});
  return {.box = box, .color = color, .radius_mm = line_mm / 2};
}

// The line with its marks and the thumb. The nearest step's mark is larger and full, the others are rings.
std::vector<scene::Item> line(const Steps& steps, const StepsState& state, const Rect& band, scene::Direction direction,
                              const scene::palette::Colors& colors) {
  const auto at = [&](double share) { return scene::x_at(band, share, direction); };
  const auto point_at = [&](double share) { return scene::Point{at(share), scene::middle(band).y}; };
  const double position = std::clamp(state.position, 0.0, 1.0);
  std::vector<scene::Item> items;
  items.emplace_back(stroke(band, at(0), at(1), colors.quiet));
  items.emplace_back(stroke(band, at(0), at(position), colors.accent));
  const std::size_t nearest = nearest_step(steps, position);
  for (std::size_t i = 0; i < steps.steps.size(); ++i) {
    const scene::Point mark = point_at(place_on_line(steps, i));
    items.emplace_back(i == nearest ? disc(mark, nearest_mm, colors.accent)
                                    : disc(mark, mark_mm, colors.ground, 1.2, colors.accent));
  }
  items.emplace_back(disc(point_at(position), thumb_mm, colors.button, 1.8, colors.accent));
  items.emplace_back(disc(point_at(position), state.held ? held_mm : loose_mm, colors.accent));
  return items;
}

}  // namespace

std::vector<scene::Item> steps_view(const Steps& steps, const StepsState& state, const StepsScene& look,
                                    const scene::Rect& area, scene::Direction direction) {
  // Finger and thumb are at the same place: the handle is as long as the line, and the thumb has room beyond both ends.
  constexpr double beyond = thumb_mm / 2 + 1;
  scene::Column column(area, gap_mm);
  const Rect band = scene::inset(column.take_from_end(band_mm), beyond, 0);
  std::vector<scene::Item> items;
  if (!steps.steps.empty()) {
    items = pictures(steps, std::clamp(state.position, 0.0, 1.0), look, column.rest());
    for (scene::Item& item : line(steps, state, band, direction, look.colors)) items.push_back(std::move(item));
  }
  items.emplace_back(scene::Handle{.box = band, .label = look.label, .grab_area = area});
  return items;
}

}  // namespace anteroom::exhibits
