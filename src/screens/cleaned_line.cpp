#include "screens/cleaned_line.h"

#include <utility>

#include "language/dates.h"

namespace anteroom::screens {

namespace {

text::Layout cleaned_words(const View& view, std::chrono::minutes ago) {
  text::Style style = type_scale(view).label;
  style.align = text::Align::centre;
  const std::string words = view.say("cleaned", {{"ago", language::minutes_ago(ago, view.locale())}});
  return text::lay_out(words, style, view.screen().width_mm - 2 * measures(view).margin, view.fonts);
}

double height_of(const View& view, const text::Layout& words) {
  // Its lower edge moves with what it says, and all below it makes room.
  return words.height_mm + measures(view).gap - view.drift_mm().y;
}

}  // namespace

double cleaned_height_mm(const View& view, std::chrono::minutes ago) {
  return height_of(view, cleaned_words(view, ago));
}

scene::Scene with_cleaned_line(scene::Scene below, const View& view, std::chrono::minutes ago) {
  text::Layout words = cleaned_words(view, ago);
  const double height = height_of(view, words);
  const scene::Rect area{0, 0, view.screen().width_mm, height};
  move_by(below.items, {0, height});
  std::vector<scene::Item> items = std::exchange(below.items, {});
  below.height_mm = view.screen().height_mm;
  below.items.emplace_back(scene::Fill{.box = area, .color = view.colors().panel});
  scene::Rect inside = scene::inset(area, measures(view).margin, 0.5 * measures(view).gap);
  inside.x += view.drift_mm().x;
  inside.y -= view.drift_mm().y;
  inside.h = words.height_mm;
  below.items.emplace_back(
      text_in(view, inside, {std::move(words), scene::TextRole::label, view.colors().ink}, scene::Align::centre));
  append(below.items, std::move(items));
  return below;
}

}  // namespace anteroom::screens
