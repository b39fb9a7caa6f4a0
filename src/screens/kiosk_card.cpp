#include <algorithm>
#include <utility>

#include "model/names.h"
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
  text::Layout words = text::lay_out(view.say("touch"), label, column.w - icon - gap, view.fonts);
  const double height = std::max(icon, words.height_mm);
  const double top = column.bottom() - height - 2.5 * gap;
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{.box = {column.x, top + (height - icon) / 2, icon, icon},
                                    .file = view.icon("touch"),
                                    .tint = view.colors().accent});
  const double y = top + (height - words.height_mm) / 2;
  items.emplace_back(text_at(column.x + icon + gap, y, std::move(words), scene::TextRole::label, view.colors().accent));
  if (view.mirrored() != text::is_right_to_left(view.language)) {
    // Mirrored for a hand, not for its reader: the icon stays where the words begin.
    for (scene::Item& item : items) {
      std::visit([&](auto& each) { each.box.x = column.x + column.right() - each.box.right(); }, item);
    }
  }
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
  controls.where =
      view.say("position", {{"n", view.number(position.index + 1)}, {"total", view.number(position.count)}});
  controls.clinic = view.clinic_name();
  return controls;
}

// Picture and words side by side, or the picture above in portrait; `pictured`: else the words have all the room.
FrontPlan areas_for(const View& view, bool pictured) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm;
  const double height = view.bottom() - space.bar;
  const double inner = width - 2 * space.margin;
  if (!pictured) return {{}, {space.margin, space.margin, inner, height - space.margin}, true};
  if (view.portrait()) {
    const scene::Rect picture{space.margin, space.margin, inner, std::min(inner * 0.75, height * 0.5)};
    return {
        picture, {space.margin, picture.bottom() + space.gap, inner, height - picture.bottom() - 2 * space.gap}, true};
  }
  return {{space.margin, space.margin, width * 0.55 - 1.5 * space.margin, height - space.margin},
          {width * 0.55 + 0.5 * space.margin, space.margin, width * 0.45 - 1.5 * space.margin, height - space.margin},
          true};
}

}  // namespace

FrontPlan front_plan(const View& view, const Card& card, const CardText& text) {
  const bool pictured = !card.picture.empty();
  FrontPlan plan;
  // First all of it, then the message without the picture, then the picture with the title alone.
  for (const auto& [picture, lead] : {std::pair(pictured, true), {false, true}, {pictured, false}, {false, false}}) {
    plan = areas_for(view, picture);
    plan.lead = lead;
    plan.words.h -= cue_at_foot(view, plan.words).height;
    if (!view.large() || words_block(view, text, plan.words, 0, lead).fits) break;
  }
  return plan;
}

scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused) {
  const FrontPlan plan = front_plan(view, card, text);
  scene::Rect foot = plan.words;
  foot.h += cue_at_foot(view, plan.words).height;
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  scene.items = words_block(view, text, plan.words, view.portrait() ? 0.25 : 0.5, plan.lead).items;
  if (plan.picture.w > 0)
    scene.items.emplace_back(scene::Picture{.box = plan.picture, .file = card.picture, .alt = text.picture_alt});
  append(scene.items, cue_at_foot(view, foot).items);
  const scene::Rect all{0, 0, view.screen().width_mm, view.bottom() - measures(view).bar};
  scene.items.emplace_back(
      scene::Target{.box = all, .id = target_id::card, .action = OpenCard{}, .label = text.title, .ground = true});
  const Controls controls = loop_controls(view, position, paused);
  scene.swipe = {controls.next, controls.previous};
  append(scene.items, control_bar(view, controls));
  return for_direction(std::move(scene), view);
}

}  // namespace anteroom::screens
