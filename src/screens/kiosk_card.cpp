#include <optional>
#include <utility>

#include "model/names.h"
#include "screens/call_band.h"
#include "screens/control_bar.h"
#include "screens/cue.h"
#include "screens/illustration.h"
#include "screens/loop_card.h"
#include "screens/picture_motion.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

Controls loop_controls(const View& view, Position position, bool paused) {
  Controls controls;
  controls.home = false;
  const bool has_others = position.count > 1 || view.greets;
  controls.runs = has_others && !view.aloud;  // a listener's loop is held
  controls.paused = paused;
  if (has_others) {
    controls.previous = ShowPrevious{};
    controls.next = ShowNext{};
  }
  controls.position = position;
  controls.where = said_of(view, "position", position);
  return controls;
}

}  // namespace

scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused,
                        bool pressed) {
  FrontPlan plan = front_plan(view, card, text);
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  // The card's colour is the whole poster's, as on a wall. In high contrast, beside large letters and in portrait it is
  // only the picture's, so that whoever is drawn there stands on the edge of the field.
  const bool has_panel = plan.panel.w > 0;
  const bool is_poster = plan.ground.w > 0 && !view.high_contrast && !view.large() && !view.portrait() && !has_panel;
  if (has_panel) {
    scene.items.emplace_back(scene::Fill{.box = plan.panel, .color = call_ground()});
  }
  if (plan.ground.w > 0 && has_panel && plan.panel.overlaps(plan.ground)) {
    scene.items.emplace_back(scene::Fill{.box = plan.ground, .color = field_color(view, card)});
  } else if (plan.ground.w > 0) {
    append(scene.items, picture_ground(view, card, is_poster ? above_bar(view) : plan.ground));
  }
  WordsStyle style{.lead_times = plan.lead_times};
  if (is_poster && card.ground != Ground::none) style.topic = scene::palette::deep_teal;
  if (has_panel) style.topic = style.ink = call_ink();
  std::vector<scene::Item> words = words_block(view, text, plan.lead, plan.words, plan.spare_mm, style).items;
  // Letters on a panel stay inside its edges, which do not move.
  if (!has_panel) move_by(words, view.drift_mm());
  append(scene.items, std::move(words));
  if (plan.ground.w > 0) {
    scene.items.emplace_back(front_picture(view, card, text, plan.picture));
    move_parts(view, card, plan.picture, scene.items);
    add_contrast_edges(view, card, scene.items);
  }
  if (has_panel) append(scene.items, table_edge(view, plan.panel, 0));
  if (plan.band.h > 0) {
    append(scene.items, call_band(view, text.emergency, plan.band, {.is_bare = has_panel}));
    const scene::Rect number = std::get<scene::Text>(scene.items.back()).box;
    scene::Row row(plan.band, view.reading());
    row.take(view.reading() == scene::Direction::left_to_right ? number.right() - plan.band.x
                                                               : plan.band.right() - number.x);
    if (plan.cue.h <= 0 && view.large()) append(scene.items, cue_on_band(view, card, row.rest(), pressed));
  }
  // In the words' column all pills are alike, in one place on all cards.
  const bool in_words = !view.large() && plan.cue.w <= plan.words.w + 1e-6 && plan.cue.x == plan.words.x;
  if (plan.cue.h > 0) {
    plan.cue.x += view.drift_mm().x;
    plan.cue.y += view.drift_mm().y;
    append(scene.items, cue_in(view, card, plan.cue, {.fills = in_words, .pressed = pressed, .on_band = has_panel}));
  }
  scene.items.emplace_back(scene::Target{.box = above_bar(view),
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
