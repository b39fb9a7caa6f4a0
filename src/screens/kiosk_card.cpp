#include <algorithm>

#include "screens/control_bar.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// "Touch to read more", at the foot of the words, so that people who pass know that they may.
struct Cue {
  std::vector<scene::Item> items;
  double height = 0;
};

Cue cue_at_foot(const View& view, const scene::Rect& column) {
  const text::Style label = type_scale(view).label;
  const double icon = label.size_mm * 1.5;
  const double gap = label.size_mm * 0.4;
  text::Layout words = text::lay_out(view.words().say("touch"), label, column.w - icon - gap, view.fonts);
  const double height = std::max(icon, words.height_mm);
  const double top = column.bottom() - height - 2.5 * gap;
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{
      {column.x, top + (height - icon) / 2, icon, icon}, view.icon("touch"), {}, view.colors().accent, false});
  const double y = top + (height - words.height_mm) / 2;
  items.emplace_back(text_at(column.x + icon + gap, y, std::move(words), scene::TextRole::label, view.colors().accent));
  return {std::move(items), height + 4.5 * gap};
}

Controls loop_controls(const View& view, Position position, bool paused) {
  Controls controls;
  controls.home = false;
  controls.paused = paused;
  if (position.count > 1) {
    controls.previous = ShowPrevious{};
    controls.next = ShowNext{};
  }
  controls.position = position;
  controls.where = view.words().say(
      "position", {{"n", std::to_string(position.index + 1)}, {"total", std::to_string(position.count)}});
  controls.clinic = view.content.settings.clinic_name;
  return controls;
}

}  // namespace

scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm;
  const double height = view.screen().height_mm - space.bar;
  scene::Rect picture{space.margin, space.margin, width * 0.55 - 1.5 * space.margin, height - space.margin};
  scene::Rect words{width * 0.55 + 0.5 * space.margin, space.margin, width * 0.45 - 1.5 * space.margin,
                    height - space.margin};
  if (view.portrait()) {
    picture = {space.margin, space.margin, width - 2 * space.margin,
               std::min((width - 2 * space.margin) * 0.75, height * 0.5)};
    words = {space.margin, picture.bottom() + space.gap, width - 2 * space.margin,
             height - picture.bottom() - 2 * space.gap};
  }
  if (card.picture.empty()) words = {space.margin, space.margin, width - 2 * space.margin, height - space.margin};

  scene::Scene scene = blank(view, "loop", card.id);
  if (!card.picture.empty())
    scene.items.emplace_back(scene::Picture{picture, card.picture, text.picture_alt, {}, false});
  const Cue cue = cue_at_foot(view, words);
  words.h -= cue.height;
  append(scene.items, words_block(view, text, words, view.portrait() ? 0.25 : 0.5));
  append(scene.items, cue.items);
  const scene::Rect all{0, 0, width, height};
  scene.items.emplace_back(scene::Target{all, "card", OpenCard{}, text.title, true});
  const Controls controls = loop_controls(view, position, paused);
  scene.swipe = {controls.next, controls.previous};
  append(scene.items, control_bar(view, controls));
  return for_direction(std::move(scene), view.language);
}

}  // namespace anteroom::screens
