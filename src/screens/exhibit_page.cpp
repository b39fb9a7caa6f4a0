#include "screens/exhibit_page.h"

#include <algorithm>

#include "exhibits/fold_view.h"
#include "exhibits/hotspots_view.h"
#include "exhibits/steps_view.h"
#include "model/names.h"
#include "screens/button.h"
#include "screens/exhibit_areas.h"
#include "screens/exhibit_words.h"
#include "screens/illustration.h"

namespace anteroom::screens {

namespace {

// How much is left of a picture where one of its spots is open, for whoever chose high contrast to see the others.
constexpr double dim_in_high_contrast = 0.8;

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
                       .ticked_in_corner = true});
  }
  return buttons;
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

// Where in `area` the picture with its regions is.
scene::Rect hotspots_area(const View& view, const Card& card, const scene::Rect& area) {
  return exhibit_ground(view, card) || view.high_contrast ? area.inset(exhibits::stage_rim_mm) : area;
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
  std::vector<Button> buttons(const HotspotsState&) const { return {}; }
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
                                {card.picture, text.picture_alt, spoken(), view.colors(), exhibit_ground(view, card)},
                                area, view.reading());
  }
  std::vector<scene::Item> draw(const HotspotsState& state, const scene::Rect& area) const {
    const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
    if (hotspots == nullptr) return {};
    std::vector<scene::Item> items;
    if (const std::optional<scene::Color> ground = exhibit_ground(view, card)) {
      items.emplace_back(scene::Fill{.box = area, .color = *ground, .radius_mm = exhibits::stage_corner_mm});
    }
    append(items, exhibits::hotspots_view(is_mirrored(view, card) ? mirrored(*hotspots) : *hotspots, state,
                                          {card.picture, text.picture_alt, text.exhibit.parts,
                                           view.high_contrast ? dim_in_high_contrast : exhibits::HotspotsScene().dim,
                                           exhibits::marks_for(view.high_contrast)},
                                          hotspots_area(view, card, area)));
    return items;
  }
  std::vector<scene::Item> draw(const std::monostate&, const scene::Rect&) const { return {}; }
};

}  // namespace

scene::Scene exhibit_page(const View& view, const Card& card, const CardText& text, const Session& session,
                          const DetailPart& part, const Controls& controls) {
  const Pieces pieces{view, card, text, part_shown(card.exhibit, session.exhibit)};
  std::vector<Button> buttons = std::visit([&](const auto& state) { return pieces.buttons(state); }, session.exhibit);
  const ExhibitAreas areas = exhibit_areas(view, card, text, part.words_mm);
  // Words of a card beyond its steps have no place.
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
  // The words on a timeline's buttons are the card's, those on a sheet's the program's.
  const bool are_cards = std::holds_alternative<StepsState>(session.exhibit);
  const View of_buttons = are_cards ? in_language_of(text, view) : view;
  const std::vector<scene::Rect> boxes = boxes_of(buttons, areas.buttons);
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
