#include <algorithm>
#include <utility>

#include "model/names.h"
#include "screens/control_bar.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

constexpr double picture_share = 0.55;  // of the screen's width

// "Touch to read more", at the foot of the words: it invites people who pass by.
struct Cue {
  text::Layout words;
  double icon, gap;

  Cue(const View& view, double width_mm) {
    const text::Style label = type_scale(view).label;
    icon = label.size_mm * 1.5;
    gap = label.size_mm * 0.4;
    words = text::lay_out(view.say("touch"), label, width_mm - icon - gap, view.fonts);
  }
  double above() const { return 2 * gap; }
  double below() const { return 2.5 * gap; }
  double height() const { return above() + std::max(icon, words.height_mm) + below(); }
};

// The icon is where the words begin for their reader.
std::vector<scene::Item> cue_in(const View& view, const scene::Rect& area) {
  Cue cue(view, area.w);
  scene::Column column(area);
  column.skip(cue.above());
  column.skip_from_end(cue.below());
  scene::Row row(column.rest(), view.reading(), cue.gap);
  const scene::Color color = view.colors().accent;
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{
      .box = scene::centred({cue.icon, cue.icon}, row.take(cue.icon)), .file = view.icon("touch"), .tint = color});
  items.emplace_back(text_in(view, row.rest(), {std::move(cue.words), scene::TextRole::label, color},
                             scene::Align::start, scene::Align::centre));
  return items;
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
  const scene::Rect page = page_area(view);
  if (!pictured) return {.picture = {}, .words = page};
  if (view.portrait()) {
    scene::Column column(page, measures(view).gap);
    const scene::Rect picture = column.take(std::min(page.w * picture_height, page.bottom() / 2));
    column.skip_from_end(measures(view).gap);
    return {.picture = picture, .words = column.rest()};
  }
  const auto [picture, words] = halves(view, page, picture_share);
  return {.picture = picture, .words = words};
}

}  // namespace

FrontPlan front_plan(const View& view, const Card& card, const CardText& text) {
  const bool pictured = !card.picture.empty();
  FrontPlan plan;
  // First all of it, then the message without the picture, then the picture with the title alone.
  for (const auto& [picture, lead] : {std::pair(pictured, true), {false, true}, {pictured, false}, {false, false}}) {
    plan = areas_for(view, picture);
    plan.lead = lead;
    scene::Column column(plan.words);
    plan.cue = column.take_from_end(Cue(view, column.width()).height());
    plan.words = column.rest();
    if (!view.large() || words_block(view, text, plan.words, 0, lead).fits) break;
  }
  return plan;
}

scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused) {
  const FrontPlan plan = front_plan(view, card, text);
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  const double spare_above = view.portrait() ? 0.25 : 0.5;
  scene.items = words_block(view, text, plan.words, spare_above, plan.lead).items;
  if (plan.picture.w > 0)
    scene.items.emplace_back(
        scene::Picture{.box = plan.picture, .file = card.picture, .alt = text.picture_alt, .language = text.language});
  append(scene.items, cue_in(view, plan.cue));
  const scene::Rect all{0, 0, view.screen().width_mm, bar_area(view).y};
  scene.items.emplace_back(scene::Target{.box = all,
                                         .id = target_id::card,
                                         .action = OpenCard{},
                                         .label = text.title,
                                         .ground = true,
                                         .language = text.language});
  const Controls controls = loop_controls(view, position, paused);
  scene.swipe = {controls.next, controls.previous};
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
