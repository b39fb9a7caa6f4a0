#include "screens/warning.h"

#include <algorithm>

#include "model/names.h"
#include "screens/button.h"

namespace anteroom::screens {

scene::Scene warning(const View& view, const std::string& card, int seconds_left, int of_seconds) {
  const Measures space = measures(view);
  const TypeScale type = type_scale(view);
  const scene::palette::Colors& colors = view.colors();
  const double width = view.screen().width_mm;
  const double height = view.screen().height_mm;
  const double inner = std::min(width - 2 * space.margin, view.large() ? 440.0 : 380.0);
  const double x = (width - inner) / 2;
  text::Layout question = centred(view, view.say("still_reading"), type.title, inner);
  text::Style body = type.body;
  body.align = text::Align::centre;
  const std::string left_words = view.number(static_cast<std::size_t>(seconds_left));
  text::Layout over = lay_out_body(view, view.say("starts_over", {{"n", left_words}}), body, inner);
  text::Layout stay = lay_out_body(view, view.say("stay"), body, inner);
  const double track = std::max(6.0, height * 0.03);
  const double gap = view.large() ? space.gap : 1.3 * space.gap;
  // The number is the largest thing on the screen, as far as the words leave room for it.
  const double words = question.height_mm + over.height_mm + stay.height_mm + track + 4 * gap + 2 * space.gap;
  text::Style large = type.title;
  large.size_mm = std::clamp((height - words) / large.leading, type.body.size_mm,
                             type_scale(view).title.size_mm * (view.portrait() ? 3 : 2.6) / view.scale());
  text::Layout number = centred(view, left_words, large, inner);

  scene::Scene scene = blank(view, screen_name::warning, card);
  const double whole = question.height_mm + number.height_mm + over.height_mm + stay.height_mm + track + 4 * gap;
  double y = (height - whole) / 2;
  const auto put = [&](text::Layout layout, scene::TextRole role, scene::Color ink) {
    const double high = layout.height_mm;
    const double left = (width - layout.available_mm) / 2;
    scene.items.emplace_back(text_at(left, y, std::move(layout), role, ink));
    y += high + gap;
  };
  put(std::move(question), scene::TextRole::title, colors.ink);
  put(std::move(number), scene::TextRole::title, colors.accent);
  const double left_mm = inner * seconds_left / of_seconds;
  scene.items.emplace_back(scene::Fill{{x, y, inner, track}, colors.panel, track / 2, 0.5, colors.quiet});
  if (left_mm > 0) scene.items.emplace_back(scene::Fill{{x, y, left_mm, track}, colors.accent, track / 2, 0, {}});
  y += track + gap;
  put(std::move(over), scene::TextRole::body, colors.ink);
  put(std::move(stay), scene::TextRole::body, colors.ink);
  scene.items.emplace_back(scene::Target{.box = {0, 0, width, height},
                                         .id = target_id::stay,
                                         .action = Stay{},
                                         .label = view.say("stay"),
                                         .ground = true});
  return for_direction(std::move(scene), view);
}

}  // namespace anteroom::screens
