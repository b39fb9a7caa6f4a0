#include <algorithm>
#include <utility>

#include "language/sentences.h"
#include "model/names.h"
#include "screens/control_bar.h"
#include "screens/illustration.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// How much of the screen's width is the picture's; beside large letters it is less.
constexpr double picture_share = 0.59, picture_share_large = 0.38;
// In portrait, of the height: the picture has the full width if it is not higher.
constexpr double max_height = 0.45, max_height_large = 0.225;

// What a touch on the card brings: "Fold the sheet".
const char* cue_key(const Exhibit& exhibit) {
  if (std::holds_alternative<Fold>(exhibit)) return "touch_fold";
  if (std::holds_alternative<Steps>(exhibit)) return "touch_steps";
  return std::holds_alternative<Hotspots>(exhibit) ? "touch_hotspots" : "touch";
}

// The invitation to touch, at the foot of the words: a filled pill with letters of the size of body text, so that
// people who pass by see where. With larger letters it grows as labels do, since the card's words need the room.
struct Cue {
  text::Layout words;
  double icon, gap;

  Cue(const View& view, const Card& card, double width_mm) {
    const TypeScale type = type_scale(view);
    text::Style style = type.label;
    style.size_mm = std::max(style.size_mm, type.body.size_mm / view.scale());
    icon = style.size_mm * 1.2;
    gap = style.size_mm * 0.4;
    words = text::lay_out_tight(view.say(cue_key(card.exhibit)), style, width_mm - icon - gap - 2 * side(), view.fonts);
  }
  double above() const { return gap; }
  double below() const { return 1.5 * gap; }
  double side() const { return 1.6 * gap; }  // between the pill's end and the icon or the words
  double pill() const { return std::max(icon, words.height_mm) + 1.4 * gap; }
  double height() const { return above() + pill() + below(); }
  double width() const { return 2 * side() + icon + gap + words.width_mm; }
};

// The icon is where the words begin for their reader.
std::vector<scene::Item> cue_in(const View& view, const Card& card, const scene::Rect& area) {
  Cue cue(view, card, area.w);
  scene::Column column(area);
  column.skip(cue.above());
  const scene::Rect pill = scene::placed({cue.width(), cue.pill()}, column.take(cue.pill()), view.direction(),
                                         scene::Align::start, scene::Align::start);
  const scene::palette::Colors& colors = view.colors();
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = pill, .color = colors.chosen, .radius_mm = pill.h / 2});
  scene::Row row(scene::inset(pill, cue.side(), 0), view.reading(), cue.gap);
  items.emplace_back(scene::Picture{.box = scene::centred({cue.icon, cue.icon}, row.take(cue.icon)),
                                    .file = view.icon("touch"),
                                    .tint = colors.on_chosen});
  items.emplace_back(text_in(view, row.rest(), {std::move(cue.words), scene::TextRole::label, colors.on_chosen},
                             scene::Align::start, scene::Align::centre));
  return items;
}

Controls loop_controls(const View& view, Position position, bool paused) {
  Controls controls;
  controls.home = false;
  controls.runs = position.count > 1 && !view.aloud;  // a listener's loop is held
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

// The picture's ground at one side up to the edges of the screen, or in portrait across its top, and the words in the
// rest; `pictured`: else they have all the room.
FrontPlan areas_for(const View& view, bool pictured) {
  const scene::Rect page = page_area(view), all = above_bar(view);
  if (!pictured) return {.words = page};
  const double margin = measures(view).margin;
  if (view.portrait()) {
    scene::Column column(all, measures(view).gap);
    const double highest = (view.large() ? max_height_large : max_height) * view.screen().height_mm;
    const scene::Rect ground = column.take(std::min(all.w * picture_height, highest));
    column.skip_from_end(measures(view).gap);
    return {.ground = ground, .words = scene::inset(column.rest(), margin, 0)};
  }
  scene::Row row(all, view.direction());
  const scene::Rect ground = row.take(all.w * (view.large() ? picture_share_large : picture_share));
  const scene::Rect words = row.rest();
  return {.ground = ground, .words = {words.x + margin, page.y, words.w - 2 * margin, page.h}};
}

// The longest beginning of `lead`, in whole sentences, with which the words fit; empty if not even one does.
template <typename Fits>
std::string longest_lead(const View& view, const std::string& lead, Fits fits_with) {
  if (fits_with(lead)) return lead;
  std::vector<std::string> sentences = language::cut_at_sentences(lead, view.language);
  while (!sentences.empty()) {
    sentences.pop_back();
    std::string shorter;
    for (const std::string& sentence : sentences) {
      if (!shorter.empty()) shorter += language::between_sentences(view.language);
      shorter += sentence;
    }
    if (!shorter.empty() && fits_with(shorter)) return shorter;
  }
  return {};
}

// How much room is above the words: by what an ordinary card has to spare, so that it is the same for all cards. Large
// letters have none.
double spare_above(const View& view, const FrontPlan& plan) {
  if (view.large()) return 0;
  constexpr double cue_caps = 4;  // an invitation of one line, in heights of its capitals
  const TypeScale type = type_scale(view);
  const double cue = cue_caps * std::max(cap_height_mm(view, type.label), cap_height_mm(view, type.body));
  const double spare = plan.cue.bottom() - plan.words.y - cue - ordinary_height(view);
  return std::max(0.0, spare) * (view.portrait() ? 0.25 : 0.5);
}

}  // namespace

FrontPlan front_plan(const View& view, const Card& card, const CardText& text) {
  const auto planned = [&](bool pictured, bool invites) {
    FrontPlan plan = areas_for(view, pictured);
    scene::Column column(plan.words);
    if (invites) plan.cue = column.take_from_end(Cue(view, card, column.width()).height());
    plan.words = column.rest();
    plan.lead = text.lead;
    return plan;
  };
  const bool pictured = !card.picture.empty();
  FrontPlan plan = planned(pictured, true);
  if (!view.large()) return plan;
  const auto fits_with = [&](const std::string& lead) { return words_block(view, text, lead, plan.words, 0).fits; };
  const auto fill = [&](FrontPlan with) {
    plan = std::move(with);
    plan.lead = longest_lead(in_language_of(text, view), text.lead, fits_with);
  };
  fill(planned(pictured, true));
  if (card.is_urgent) {
    if (plan.lead != text.lead) fill(planned(false, true));
    if (plan.lead != text.lead) fill(planned(false, false));
  } else if (pictured && plan.lead.empty() && !fits_with("")) {
    fill(planned(false, true));
  }
  plan.whole_lead = plan.lead == text.lead;
  return plan;
}

scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused) {
  const FrontPlan plan = front_plan(view, card, text);
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  if (plan.ground.w > 0) scene.items = picture_ground(view, card, plan.ground);
  append(scene.items, words_block(view, text, plan.lead, plan.words, spare_above(view, plan)).items);
  if (plan.ground.w > 0) scene.items.emplace_back(illustration(view, card, text, picture_on(view, plan.ground)));
  if (plan.cue.h > 0) append(scene.items, cue_in(view, card, plan.cue));
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
