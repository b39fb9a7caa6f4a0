#include "exhibits/steps_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scene/frame.h"
#include "scene/rules.h"

namespace anteroom::exhibits {

namespace {

using scene::Fill;
using scene::Picture;
using scene::Rect;

constexpr double band_mm = 20;   // of the line, the height of its handle
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

// The stage and the part of the picture that fills it.
struct Stage {
  Rect box;
  std::optional<Share> frame = {};
  double corner_mm = 0;

  // Where a part of the picture is.
  Rect place(const Share& part) const {
    const Share of = frame.value_or(Share{0, 0, 1, 1});
    const double w = box.w / of.w, h = box.h / of.h;
    return {box.x + (part.x - of.x) * w, box.y + (part.y - of.y) * h, part.w * w, part.h * h};
  }
};

// The picture with `layers` on `stage`.
Picture part_of(const StepsScene& look, const Stage& stage, std::vector<std::string> layers) {
  return {.box = stage.box, .file = look.picture, .layers = std::move(layers), .frame = stage.frame};
}

// The picture of the step that is nearer to `position`. It changes half way to the next one and does not fade: what a
// picture shows once is never seen twice, and what is seen belongs to the step whose words are beside it.
std::vector<Picture> pictures_at(const Steps& steps, double position, const StepsScene& look, const Stage& stage) {
  const Step& step = steps.steps[nearest_step(steps, position)];
  Picture picture = part_of(look, stage, step.layers);
  picture.corner_mm = stage.corner_mm;
  if (!step.picture.empty()) picture.file = step.picture;
  picture.alt = look.alt;
  picture.instead = look.picture;
  const std::size_t shared = shared_layers(steps);
  if (shared == 0 || shared == step.layers.size()) return {picture};
  Picture above = picture;
  picture.layers.resize(shared);
  above.alt.clear();
  above.corner_mm = 0;
  above.layers.erase(above.layers.begin(), above.layers.begin() + static_cast<std::ptrdiff_t>(shared));
  return {picture, above};
}

// The value at `t`, from 0 to 1, of a cubic Hermite curve.
double curve(double from, double to, double slope_from, double slope_to, double t) {
  const double t2 = t * t, t3 = t2 * t;
  return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * slope_from + (3 * t2 - 2 * t3) * to + (t3 - t2) * slope_to;
}

// Between which steps `position` is, and how far on the way.
struct Way {
  std::size_t from = 0;
  double share = 0;
};
Way way_at(const Steps& steps, double position) {
  Way way;
  while (way.from + 2 < steps.steps.size() && position >= place_on_line(steps, way.from + 1)) ++way.from;
  const double start = place_on_line(steps, way.from), end = place_on_line(steps, way.from + 1);
  if (end > start) way.share = std::clamp((position - start) / (end - start), 0.0, 1.0);
  return way;
}

// The place of the mark that travels, in the picture: on a Catmull-Rom curve through those of the steps.
scene::Point mark_place(const Steps& steps, const Way& way) {
  const auto at = [&](std::size_t i) {
    const Share& box = steps.steps[i].marks.front().box;
    return scene::Point{box.x + box.w / 2, box.y + box.h / 2};
  };
  const std::size_t last = steps.steps.size() - 1, a = way.from, b = a + 1;
  const auto along = [&](auto value) {
    const auto slope = [&](std::size_t i) {
      const std::size_t before = i == 0 ? 0 : i - 1, after = std::min(i + 1, last);
      return (value(at(after)) - value(at(before))) / static_cast<double>(after - before);
    };
    return curve(value(at(a)), value(at(b)), slope(a), slope(b), way.share);
  };
  return {along([](scene::Point p) { return p.x; }), along([](scene::Point p) { return p.y; })};
}

// The mark that is seen at `position`: one of those on the way to the next step, where the thumb is.
std::vector<Picture> mark_at(const Steps& steps, double position, const StepsScene& look, const Stage& stage) {
  if (!steps.changing || steps.steps.size() < 2) return {};
  const Way way = way_at(steps, position);
  const std::vector<Mark>& marks = steps.steps[way.from].marks;
  const auto index = static_cast<std::size_t>(std::lround(way.share * static_cast<double>(marks.size())));
  const Mark& mark = index < marks.size() ? marks[index] : steps.steps[way.from + 1].marks.front();
  const scene::Point place = mark_place(steps, way);
  Picture seen = part_of(look, stage, {mark.layer});
  const Rect drawn = stage.place(mark.box);
  const Rect moved = stage.place({place.x - mark.box.w / 2, place.y - mark.box.h / 2, mark.box.w, mark.box.h});
  seen.shift = {moved.x - drawn.x, moved.y - drawn.y};
  seen.ink = moved;
  return {seen};
}

// All that may be seen of a picture with marks, so that it is there when the finger gets to it.
std::vector<Picture> made_ready(const Steps& steps, const StepsScene& look, const Stage& stage) {
  std::vector<Picture> pictures;
  if (!steps.changing) return pictures;
  const std::size_t shared = shared_layers(steps);
  const auto add = [&](std::vector<std::string> layers) {
    if (layers.empty()) return;
    pictures.push_back(part_of(look, stage, std::move(layers)));
    pictures.back().opacity = 0;
  };
  for (const Step& step : steps.steps) {
    if (shared > 0) add({step.layers.begin() + static_cast<std::ptrdiff_t>(shared), step.layers.end()});
    for (const Mark& mark : step.marks) add({mark.layer});
  }
  return pictures;
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
  // Finger and thumb are at the same place: the handle is as long as the line, from the middle of the first of the
  // boxes that stand below it to that of the last.
  const double count = std::max<double>(1, static_cast<double>(steps.steps.size()));
  const double beyond = std::max(thumb_mm / 2 + 1, (area.w - (count - 1) * scene::min_gap_mm) / count / 2);
  scene::Column column(area, gap_mm);
  const Rect band = scene::inset(column.take_from_end(band_mm), beyond, 0);
  std::vector<scene::Item> items;
  if (!steps.steps.empty()) {
    Stage stage{.box = column.rest()};
    const double position = std::clamp(state.position, 0.0, 1.0);
    const Rect whole = stage.box;
    if (steps.changing) {
      stage.frame =
          scene::widened(*steps.changing, steps.ratio, whole.w / whole.h, look.reach.value_or(Share{0, 0, 1, 1}));
      stage.box = scene::fitted(stage.frame->w * steps.ratio / stage.frame->h, whole);
      stage.corner_mm = stage_corner_mm;
    }
    // A picture that fills its stage is not in a second box, also where it is narrower than the line.
    const Rect ground = stage.box;
    if (look.ground) items.emplace_back(Fill{.box = ground, .color = *look.ground, .radius_mm = stage_corner_mm});
    if (look.ground && !steps.changing) stage.box = stage.box.inset(stage_rim_mm);
    const auto add = [&](std::vector<Picture> pictures) {
      for (Picture& each : pictures) items.emplace_back(std::move(each));
    };
    add(made_ready(steps, look, stage));
    add(pictures_at(steps, position, look, stage));
    add(mark_at(steps, position, look, stage));
    for (scene::Item& item : line(steps, state, band, direction, look.colors)) items.push_back(std::move(item));
  }
  items.emplace_back(scene::Handle{.box = band, .label = look.label, .grab_area = area});
  return items;
}

}  // namespace anteroom::exhibits
