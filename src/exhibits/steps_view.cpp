#include "exhibits/steps_view.h"

#include <algorithm>
#include <cmath>

namespace anteroom::exhibits {

namespace {

using scene::Fill;
using scene::Picture;
using scene::Rect;

constexpr double band_mm = 24;   // of the line, the height of its handle
constexpr double line_mm = 2.4;  // thick
constexpr double mark_mm = 5.2, thumb_mm = 12;
constexpr double loose_mm = 4.4, held_mm = 6.4;  // the disc in the thumb
constexpr double gap_mm = 4;                     // between the picture and the line

// How many layers all steps begin with. They are drawn as a picture of their own, which is large and kept only once;
// the rest of a step is small.
std::size_t shared_layers(const Steps& steps) {
  const Step& first = steps.steps.front();
  std::size_t shared = first.layers.size();
  for (const Step& step : steps.steps) {
    if (step.picture != first.picture) return 0;
    const auto [end, other] =
        std::mismatch(first.layers.begin(), first.layers.end(), step.layers.begin(), step.layers.end());
    shared = std::min(shared, static_cast<std::size_t>(end - first.layers.begin()));
  }
  return shared;
}

// The picture of the step that is nearer to `position`. It changes half way to the next one and does not fade: what a
// picture shows once is never seen twice, and what is seen belongs to the step whose words are beside it.
std::vector<Picture> pictures_at(const Steps& steps, double position, const StepsScene& look, const Rect& box) {
  const Step& step = steps.steps[nearest_step(steps, position)];
  Picture picture{.box = box,
                  .file = step.picture.empty() ? look.picture : step.picture,
                  .alt = look.alt,
                  .layers = step.layers,
                  .instead = look.picture};
  const std::size_t shared = shared_layers(steps);
  if (shared == 0 || shared == step.layers.size()) return {picture};
  Picture above = picture;
  picture.layers.resize(shared);
  above.alt.clear();
  above.layers.erase(above.layers.begin(), above.layers.begin() + static_cast<std::ptrdiff_t>(shared));
  return {picture, above};
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

// The line with its marks and the thumb. The marks are rings: the thumb alone is full, and travels.
std::vector<scene::Item> line(const Steps& steps, const StepsState& state, const Rect& band, scene::Direction direction,
                              const scene::palette::Colors& colors) {
  const auto at = [&](double share) { return scene::x_at(band, share, direction); };
  const auto point_at = [&](double share) { return scene::Point{at(share), scene::middle(band).y}; };
  const double position = std::clamp(state.position, 0.0, 1.0);
  std::vector<scene::Item> items;
  items.emplace_back(stroke(band, at(0), at(1), colors.quiet));
  items.emplace_back(stroke(band, at(0), at(position), colors.accent));
  for (std::size_t i = 0; i < steps.steps.size(); ++i) {
    items.emplace_back(disc(point_at(place_on_line(steps, i)), mark_mm, colors.ground, 1.2, colors.accent));
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
    Rect stage = column.rest();
    if (look.ground) {
      items.emplace_back(Fill{.box = stage, .color = *look.ground, .radius_mm = stage_corner_mm});
      stage = stage.inset(stage_rim_mm);
    }
    for (Picture& each : pictures_at(steps, std::clamp(state.position, 0.0, 1.0), look, stage)) {
      items.emplace_back(std::move(each));
    }
    for (scene::Item& item : line(steps, state, band, direction, look.colors)) items.push_back(std::move(item));
  }
  items.emplace_back(scene::Handle{.box = band, .label = look.label, .grab_area = area});
  return items;
}

}  // namespace anteroom::exhibits
