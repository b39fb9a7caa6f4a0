#include "screens/exhibit_page.h"

#include <algorithm>

#include "exhibits/fold_view.h"
#include "exhibits/hotspots_view.h"
#include "exhibits/pull_view.h"
#include "exhibits/steps_view.h"
#include "language/line_glue.h"
#include "model/names.h"
#include "screens/button.h"
#include "screens/exhibit_areas.h"
#include "screens/exhibit_words.h"
#include "screens/illustration.h"

namespace anteroom::screens {

namespace {

// How much is left of a picture where one of its spots is open. Whoever chose high contrast must see all of it.
double dim_of(const View& view, bool has_stage) {
  if (view.high_contrast) return 1;
  return has_stage ? exhibits::dim_on_stage : exhibits::HotspotsScene().dim;
}

// What to do next, filled, and what else can be done.
std::vector<Button> fold_buttons(const View& view, const FoldState& state) {
  const InterfaceWords& words = view.words();
  std::vector<Button> buttons;
  if (can_smooth(state)) {
    buttons.push_back({.id = target_id::smooth,
                       .action = ExhibitTap{ExhibitVerb::smooth},
                       .word = words.say("fold_smooth"),
                       .primary = !state.smoothed});
  }
  const bool open = can_open(state);
  buttons.push_back({.id = open ? target_id::open : target_id::fold,
                     .action = ExhibitTap{open ? ExhibitVerb::open : ExhibitVerb::fold},
                     .word = words.say(open ? "fold_open" : "fold_fold"),
                     .primary = buttons.empty() || !buttons.front().primary});
  return buttons;
}

std::vector<Button> step_buttons(const CardText& text, std::optional<std::size_t> shown) {
  std::vector<Button> buttons;
  for (std::size_t i = 0; i < text.exhibit.parts.size(); ++i) {
    buttons.push_back({.id = target_id::step(i),
                       .action = ExhibitTap{ExhibitVerb::step, i},
                       .word = text.exhibit.parts[i].label,
                       .chosen = i == shown,
                       .keeps_word_in_place = true});
  }
  return buttons;
}

// Where one of the words of a timeline needs two lines, all that tell a time have its unit on the second.
void break_alike(const View& view, std::vector<Button>& buttons, const std::vector<scene::Rect>& boxes) {
  bool all_on_one_line = true;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    all_on_one_line = all_on_one_line && fits_on_one_line(view, buttons[i], boxes[i]);
  }
  if (all_on_one_line) return;
  for (Button& button : buttons) button.in_lines = language::with_unit_below(button.word, view.language);
}

std::vector<Button> spot_buttons(const Hotspots& hotspots, const CardText& text, const HotspotsState& state) {
  std::vector<Button> buttons;
  for (std::size_t i = 0; i < std::min(hotspots.regions.size(), text.exhibit.parts.size()); ++i) {
    buttons.push_back({.id = target_id::listed(hotspots.regions[i].id),
                       .action = ExhibitTap{ExhibitVerb::region, i},
                       .word = text.exhibit.parts[i].label,
                       .chosen = state.open == i,
                       .keeps_word_in_place = true,
                       .seen = state.seen.contains(i),
                       .repeats = true});
  }
  return buttons;
}

// What rests the muscle or lets a month pass is filled: it leads on through the exhibit. The ring of the keypad stays
// on a button whose word changes.
std::vector<Button> pull_buttons(const Pull& pull, const CardText& text, const PullState& state) {
  const auto word = [&](PullButton button) {
    const auto at = static_cast<std::size_t>(button);
    return at < text.exhibit.buttons.size() ? text.exhibit.buttons[at] : std::string();
  };
  const bool pulled = is_pulled(state);
  Button move{.id = target_id::pull,
              .action = ExhibitTap{pulled ? ExhibitVerb::let_go : ExhibitVerb::pull},
              .word = word(pulled ? PullButton::let_go : PullButton::pull),
              .primary = !state.touched};
  Button time{.id = target_id::rest,
              .action = ExhibitTap{ExhibitVerb::rest},
              .word = word(PullButton::rest),
              .primary = state.touched};
  const std::optional<std::size_t> month = next_month(state, pull);
  const std::size_t part = month ? static_cast<std::size_t>(PullStage::first_month) + *month : 0;
  if (month && part < text.exhibit.parts.size()) {
    time.action = ExhibitTap{ExhibitVerb::month, *month};
    time.word = text.exhibit.parts[part].label;
  }
  return {std::move(move), std::move(time)};
}

Hotspots mirrored(Hotspots hotspots) {
  for (Region& region : hotspots.regions) region.box.x = 1 - region.box.x - region.box.w;
  return hotspots;
}

// The boxes of `buttons`, of which there may be fewer than `places`: below each other they keep the lowest places, and
// side by side a single one fills all.
std::vector<scene::Rect> boxes_of(const std::vector<Button>& buttons, std::vector<scene::Rect> places) {
  if (buttons.empty() || buttons.size() >= places.size()) return places;
  if (places.front().y < places.back().y) {
    places.erase(places.begin(), places.end() - static_cast<std::ptrdiff_t>(buttons.size()));
    return places;
  }
  scene::Rect all = places.front();
  for (const scene::Rect& each : places) all = scene::joined(all, each);
  return {all};
}

// The colour behind an exhibit's picture; none: the screen's.
std::optional<scene::Color> exhibit_ground(const View& view, const Card& card) {
  const std::vector<scene::Item> ground = picture_ground(view, card, {});
  return ground.empty() ? std::nullopt : std::optional(std::get<scene::Fill>(ground.front()).color);
}

// The parts of an exhibit's page that depend on its kind.
struct Pieces {
  const View& view;
  const Card& card;
  const CardText& text;
  std::optional<std::size_t> part;

  std::string spoken() const { return exhibit_caption(text, part); }

  std::vector<Button> buttons(const FoldState& state) const { return fold_buttons(view, state); }
  std::vector<Button> buttons(const StepsState&) const { return step_buttons(text, part); }
  std::vector<Button> buttons(const HotspotsState& state) const {
    const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
    return hotspots == nullptr ? std::vector<Button>() : spot_buttons(*hotspots, text, state);
  }
  std::vector<Button> buttons(const PullState& state) const {
    const auto* pull = std::get_if<Pull>(&card.exhibit);
    return pull == nullptr ? std::vector<Button>() : pull_buttons(*pull, text, state);
  }
  std::vector<Button> buttons(const std::monostate&) const { return {}; }

  std::vector<scene::Item> draw(const FoldState& state, const scene::Rect& area) const {
    std::vector<scene::Item> items = exhibits::fold_view(state, area, spoken(), view.icon("touch"));
    append(items, table_edge(view, area, exhibits::table_corner_mm(area)));
    return items;
  }
  std::vector<scene::Item> draw(const StepsState& state, const scene::Rect& area) const {
    const auto* steps = std::get_if<Steps>(&card.exhibit);
    if (steps == nullptr) return {};
    return exhibits::steps_view(*steps, state,
                                {card.picture, text.picture_alt, spoken(), view.colors(), exhibit_ground(view, card),
                                 has_own_ground(card) ? std::optional(card.board->ground->reach) : std::nullopt},
                                area, view.reading());
  }
  std::vector<scene::Item> draw(const HotspotsState& state, const scene::Rect& area) const {
    const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
    if (hotspots == nullptr) return {};
    const std::optional<scene::Color> ground = exhibit_ground(view, card);
    std::vector<scene::Item> items =
        exhibits::hotspots_view(is_mirrored(view, card) ? mirrored(*hotspots) : *hotspots, state,
                                {.picture = card.picture,
                                 .alt = text.picture_alt,
                                 .parts = text.exhibit.parts,
                                 .dim = dim_of(view, ground.has_value()),
                                 .marks = exhibits::marks_for(view.high_contrast),
                                 .stage = ground,
                                 .stands = card.stands},
                                area);
    return items;
  }
  std::vector<scene::Item> draw(const PullState& state, const scene::Rect& area) const {
    const auto* pull = std::get_if<Pull>(&card.exhibit);
    if (pull == nullptr) return {};
    std::vector<scene::Item> items = exhibits::pull_view(
        *pull, state,
        {.label = spoken(), .hand = view.icon("touch"), .reading = view.reading(), .high_contrast = view.high_contrast},
        area);
    append(items, table_edge(view, area, exhibits::table_corner_mm(area)));
    return items;
  }
  std::vector<scene::Item> draw(const std::monostate&, const scene::Rect&) const { return {}; }
};

}  // namespace

scene::Scene exhibit_page(const View& view, const Card& card, const CardText& text, const Session& session,
                          const DetailPart& part, const Controls& controls) {
  const Pieces pieces{view, card, text, part_shown(card.exhibit, session.exhibit)};
  std::vector<Button> buttons = std::visit([&](const auto& state) { return pieces.buttons(state); }, session.exhibit);
  const double words_mm = words_above_mm(view, card, text, part_told(view, card, session.exhibit), part);
  const ExhibitAreas areas = exhibit_areas(view, card, text, words_mm);
  // Words of a card beyond its steps have no place, nor has what large letters leave no room for.
  if (buttons.size() > areas.buttons.size()) buttons.erase(buttons.begin() + std::ssize(areas.buttons), buttons.end());
  scene::Scene scene = blank(view, screen_name::detail, card.id);
  scene.swipe = {controls.next, controls.back};
  scene.items = exhibit_words(view, card, text, session.exhibit, part, areas.words);
  // The exhibit comes after its words in reading order, and before the buttons in focus order.
  std::vector<scene::Item> drawn =
      std::visit([&](const auto& state) { return pieces.draw(state, areas.exhibit); }, session.exhibit);
  name_in_language_of(text, drawn);
  mirror_pictures(view, card, drawn);
  add_contrast_edges(view, card, drawn);
  append(scene.items, std::move(drawn));
  // The words on a sheet's buttons are the program's, others the card's.
  const bool are_cards = !std::holds_alternative<FoldState>(session.exhibit);
  const View of_buttons = are_cards ? in_language_of(text, view) : view;
  const std::vector<scene::Rect> boxes = boxes_of(buttons, areas.buttons);
  if (std::holds_alternative<StepsState>(session.exhibit)) break_alike(of_buttons, buttons, boxes);
  const double letters = view.large() ? 0 : common_letters(of_buttons, buttons, areas.buttons);
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    buttons[i].large = letters >= type_scale(of_buttons).body.size_mm;
    buttons[i].letters_mm = letters;
    std::vector<scene::Item> button = page_button(of_buttons, buttons[i], boxes[i]);
    if (are_cards) name_in_language_of(text, button);
    append(scene.items, std::move(button));
  }
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
