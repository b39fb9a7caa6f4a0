#include "screens/warning.h"

#include <algorithm>

#include "screens/button.h"

namespace anteroom::screens {

scene::Scene warning(const View& view, const std::string& card, int seconds_left, int of_seconds) {
  const Measures space = measures(view);
  const TypeScale type = type_scale(view);
  const scene::palette::Colors& colors = view.colors();
  const double width = view.screen().width_mm;
  const double height = view.screen().height_mm;
  const double inner = std::min(width - 2 * space.margin, 380.0);
  const double x = (width - inner) / 2;
  text::Style large = type.title;
  large.size_mm *= view.portrait() ? 3 : 2.6;
  text::Layout question = centred(view, view.words().say("still_reading"), type.title, inner);
  text::Layout number = centred(view, std::to_string(seconds_left), large, inner);
  text::Layout over =
      centred(view, view.words().say("starts_over", {{"n", std::to_string(seconds_left)}}), type.body, inner);
  text::Layout stay = centred(view, view.words().say("stay"), type.body, inner);
  const double track = std::max(6.0, height * 0.03);
  const double gap = 1.3 * space.gap;

  scene::Scene scene = blank(view, "warning", card);
  const double whole = question.height_mm + number.height_mm + over.height_mm + stay.height_mm + track + 4 * gap;
  double y = (height - whole) / 2;
  const auto put = [&](text::Layout layout, scene::TextRole role, scene::Color ink) {
    const double high = layout.height_mm;
    scene.items.emplace_back(text_at(x, y, std::move(layout), role, ink));
    y += high + gap;
  };
  put(std::move(question), scene::TextRole::title, colors.ink);
  put(std::move(number), scene::TextRole::title, colors.accent);
  const double left = inner * seconds_left / of_seconds;
  scene.items.emplace_back(scene::Fill{{x, y, inner, track}, colors.panel, track / 2, 0.5, colors.quiet});
  if (left > 0) scene.items.emplace_back(scene::Fill{{x, y, left, track}, colors.accent, track / 2, 0, {}});
  y += track + gap;
  put(std::move(over), scene::TextRole::body, colors.ink);
  put(std::move(stay), scene::TextRole::body, colors.ink);
  scene.items.emplace_back(scene::Target{{0, 0, width, height}, "stay", Stay{}, view.words().say("stay")});
  return for_direction(std::move(scene), view.language);
}

}  // namespace anteroom::screens
