#include "screens/warning.h"

#include <algorithm>

#include "model/names.h"

namespace anteroom::screens {

namespace {

// A bar that shows how much time is left: `left` is 1 to 0.
void add_track(std::vector<scene::Item>& items, const View& view, const scene::Rect& box, double left) {
  const scene::palette::Colors& colors = view.colors();
  const double radius = box.h / 2;
  items.emplace_back(
      scene::Fill{.box = box, .color = colors.panel, .radius_mm = radius, .edge_mm = 0.5, .edge = colors.quiet});
  if (left <= 0) return;
  scene::Row row(box, view.direction());
  items.emplace_back(scene::Fill{.box = row.take(box.w * left), .color = colors.accent, .radius_mm = radius});
}

}  // namespace

scene::Scene warning(const View& view, const std::string& card, int seconds_left, int of_seconds) {
  const Measures space = measures(view);
  const TypeScale type = type_scale(view);
  const scene::palette::Colors& colors = view.colors();
  const scene::Rect glass = view.glass();
  const double inner = std::min(glass.w - 2 * space.margin, view.large() ? 440.0 : 380.0);
  text::Style body = type.body;
  body.align = text::Align::centre;
  const std::string left_words = view.number(static_cast<std::size_t>(seconds_left));
  text::Layout question = lay_out_centred(view, view.say("still_reading"), type.title, inner);
  text::Layout over = lay_out_body(view, view.say("starts_over", {{"n", left_words}}), body, inner);
  text::Layout stay = lay_out_body(view, view.say("stay"), body, inner);
  const double track = std::max(6.0, glass.h * 0.03);
  const double gap = view.large() ? space.gap : 1.3 * space.gap;
  // The number is the largest thing on the screen, as far as the words leave room for it.
  const double words = question.height_mm + over.height_mm + stay.height_mm + track + 4 * gap;
  const double largest = type.title.size_mm * (view.portrait() ? 3 : 2.6) / view.scale();
  text::Style large = type.title;
  large.size_mm = std::clamp((glass.h - words - 2 * space.gap) / large.leading, type.body.size_mm, largest);
  text::Layout number = lay_out_centred(view, left_words, large, inner);

  scene::Scene scene = blank(view, screen_name::warning, card);
  scene::Column column(scene::centred({inner, words + number.height_mm}, glass), gap);
  const auto put = [&](text::Layout layout, scene::TextRole role, scene::Color ink) {
    add_text(scene.items, view, column, {std::move(layout), role, ink}, scene::Align::centre);
  };
  put(std::move(question), scene::TextRole::title, colors.ink);
  put(std::move(number), scene::TextRole::title, colors.accent);
  add_track(scene.items, view, column.take(track), static_cast<double>(seconds_left) / of_seconds);
  put(std::move(over), scene::TextRole::body, colors.ink);
  put(std::move(stay), scene::TextRole::body, colors.ink);
  scene.items.emplace_back(
      scene::Target{.box = glass, .id = target_id::stay, .action = Stay{}, .label = view.say("stay"), .ground = true});
  return scene;
}

}  // namespace anteroom::screens
