#include "screens/exhibit_page.h"

#include <algorithm>

#include "exhibits/fold_view.h"
#include "exhibits/hotspots_view.h"
#include "exhibits/steps_view.h"
#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/detail_parts.h"
#include "screens/illustration.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// How much is left of a picture where one of its spots is open, for whoever chose high contrast to see the others.
constexpr double dim_in_high_contrast = 0.65;

struct Areas {
  scene::Rect exhibit = {}, words = {};
  std::vector<scene::Rect> buttons;  // below the exhibit
};

constexpr double min_exhibit_mm = 80;   // in a lower one fingers cannot hit the right part
constexpr double exhibit_share = 0.57;  // of the screen's width
constexpr double words_share = 0.42;    // of the page's height, where the exhibit is below its words

// The exhibit is below its words: in portrait, and for large letters where a column beside it would cut words.
bool is_stacked(const View& view) {
  return view.portrait() || (view.large() && view.screen().width_mm < 1.4 * view.screen().height_mm);
}

// Boxes at the foot of `column` for `count` buttons that hold two lines of large letters: side by side, or two by two
// where the screen is narrow.
std::vector<scene::Rect> take_buttons(const View& view, std::size_t count, scene::Column& column) {
  if (count == 0) return {};
  constexpr double usual_mm = 25, air_mm = 4;
  const bool two_by_two = view.large() && is_stacked(view) && count > 2;
  const scene::Grid grid = scene::Grid::of(count, two_by_two ? 2 : count, scene::min_gap_mm, view.reading());
  const double high = view.large() ? std::max(usual_mm, two_lines(type_scale(view).label) + air_mm) : usual_mm;
  const scene::Rect area = column.take_from_end(grid.height(high));
  std::vector<scene::Rect> buttons;
  for (std::size_t i = 0; i < count; ++i) buttons.push_back(grid.cell(i, area));
  return buttons;
}

// The exhibit is below its words, where hands reach it.
Areas stacked_areas(const View& view, const scene::Rect& page, std::size_t buttons) {
  scene::Column column(page, scene::min_gap_mm);
  Areas areas{.buttons = take_buttons(view, buttons, column)};
  // A screen that hangs too high for the reach mode shows the exhibit all the same.
  const double max = column.room() - min_exhibit_mm;
  const double words = std::min(std::max(page.h * words_share, view.highest_control() - page.y), max);
  const double gap = measures(view).gap;
  scene::Column parts(column.rest(), gap);
  areas.words = parts.take(words - gap);
  areas.exhibit = parts.rest();
  return areas;
}

// The exhibit is beside its words. Large letters on buttons take the whole width.
Areas areas_beside(const View& view, const scene::Rect& page, std::size_t buttons) {
  scene::Column column(page, scene::min_gap_mm);
  Areas areas;
  if (view.large()) areas.buttons = take_buttons(view, buttons, column);
  const Halves columns = halves(view, column.rest(), exhibit_share);
  areas.words = columns.end;
  scene::Column exhibit(columns.start, scene::min_gap_mm);
  if (!view.large()) areas.buttons = take_buttons(view, buttons, exhibit);
  exhibit.skip_to(std::min(view.highest_control(), exhibit.rest().bottom() - min_exhibit_mm));
  areas.exhibit = exhibit.rest();
  return areas;
}

Areas areas_for(const View& view, std::size_t buttons) {
  const scene::Rect page = page_area(view, 0.8 * measures(view).gap);
  return is_stacked(view) ? stacked_areas(view, page, buttons) : areas_beside(view, page, buttons);
}

std::vector<Button> fold_buttons(const View& view, const FoldState& state) {
  const InterfaceWords& words = view.words();
  const bool open = can_open(state);
  std::vector<Button> buttons;
  if (open) {
    buttons.push_back({.id = target_id::open, .action = ExhibitTap{ExhibitVerb::open}, .word = words.say("fold_open")});
  } else {
    buttons.push_back({.id = target_id::fold, .action = ExhibitTap{ExhibitVerb::fold}, .word = words.say("fold_fold")});
  }
  if (can_smooth(state)) {
    buttons.push_back(
        {.id = target_id::smooth, .action = ExhibitTap{ExhibitVerb::smooth}, .word = words.say("fold_smooth")});
  }
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

// The colour behind an exhibit's picture; none: the screen's.
std::optional<scene::Color> exhibit_ground(const View& view, const Card& card) {
  const std::vector<scene::Item> ground = picture_ground(view, card, {});
  return ground.empty() ? std::nullopt : std::optional(std::get<scene::Fill>(ground.front()).color);
}

// Where in `area` the picture with its regions is.
scene::Rect hotspots_area(const View& view, const Card& card, const scene::Rect& area) {
  return exhibit_ground(view, card) ? area.inset(exhibits::stage_rim_mm) : area;
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
    return exhibits::fold_view(state, area, spoken());
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
                                           view.high_contrast ? dim_in_high_contrast : exhibits::HotspotsScene().dim},
                                          hotspots_area(view, card, area)));
    return items;
  }
  std::vector<scene::Item> draw(const std::monostate&, const scene::Rect&) const { return {}; }
};

bool has_label(const CardText& text, std::optional<std::size_t> shown) {
  return shown && *shown < text.exhibit.parts.size() && !text.exhibit.parts[*shown].label.empty();
}

// What stands at the foot of an exhibit's words: how many regions have been seen, or, while a timeline is untouched,
// the invitation to move it; else nothing.
struct Foot {
  std::string words;
  bool is_card_text = false;
};

Foot foot_of(const View& view, const Card& card, const CardText& text, const ExhibitState& state) {
  if (const auto* steps = std::get_if<StepsState>(&state)) {
    return steps->touched ? Foot{} : Foot{text.exhibit.invite, true};
  }
  const auto* spots = std::get_if<HotspotsState>(&state);
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  if (spots == nullptr || hotspots == nullptr || spots->seen.empty()) return {};
  return {
      view.say("seen", {{"count", view.number(spots->seen.size())}, {"total", view.number(hotspots->regions.size())}})};
}

// `foot` at the lower end of `column`, if it has room there.
std::vector<scene::Item> foot_line(const View& view, const CardText& text, const Foot& foot, scene::Column& column) {
  if (foot.words.empty()) return {};
  const View own = foot.is_card_text ? in_language_of(text, view) : view;
  const scene::TextRole role = foot.is_card_text ? scene::TextRole::body : scene::TextRole::label;
  const TypeScale type = type_scale(own);
  text::Layout line = lay_out_body(own, foot.words, foot.is_card_text ? type.body : type.label, column.width());
  const double above = measures(view).gap;
  if (!fits(line, column.room() - above)) return {};
  const scene::Rect box = column.take_from_end(line.height_mm);
  column.skip_from_end(above);
  return {text_in(own, box, {std::move(line), role, view.colors().ink})};
}

// Words beside an exhibit. `beside_y`: where on the glass the place is that they belong to; none: below the heading.
struct Telling {
  std::optional<std::size_t> shown;
  Foot foot = {};
  std::optional<double> beside_y = {};
};

// The exhibit's title, the open part's name in words, and its text.
std::vector<scene::Item> explanation(const View& view, const CardText& text, const Telling& told,
                                     const scene::Rect& area) {
  const scene::palette::Colors& colors = view.colors();
  scene::Column column(area);
  const View own = in_language_of(text, view);
  std::vector<scene::Item> items = page_heading(own, text.title, text.exhibit.title, column);
  text::Layout name;
  if (has_label(text, told.shown)) {
    text::Style style = type_scale(own).body;
    style.weight = text::Weight::semibold;
    name = text::lay_out(text.exhibit.parts[*told.shown].label, style, area.w, view.fonts);
  }
  text::Layout body = lay_out_body(own, exhibit_caption(text, told.shown), type_scale(own).body, area.w);
  const double below_name = name.lines.empty() ? 0 : topic_gap * measures(view).gap;
  const double height = name.height_mm + below_name + body.height_mm;
  scene::Column with_foot = column;
  std::vector<scene::Item> foot = foot_line(view, text, told.foot, with_foot);
  if (with_foot.room() >= height) {
    column = with_foot;
  } else {
    foot.clear();
  }
  if (told.beside_y) column.skip_to(std::min(*told.beside_y - name.height_mm / 2, column.rest().bottom() - height));
  add_text(items, own, column, {std::move(name), scene::TextRole::body, colors.accent});
  column.skip(below_name);
  add_text(items, own, column, {std::move(body), scene::TextRole::body, colors.ink});
  append(items, std::move(foot));
  return items;
}

// Only the name of the part that is shown, or the invitation, where nothing more has room beside the exhibit.
std::vector<scene::Item> name_only(const View& view, const CardText& text, const Telling& told, bool invites,
                                   const scene::Rect& area) {
  const View own = in_language_of(text, view);
  text::Style style = type_scale(own).body;
  if (!invites) style.weight = text::Weight::semibold;
  const std::string words = invites ? text.exhibit.invite : exhibit_heading(text, told.shown);
  const scene::Color ink = invites ? view.colors().ink : view.colors().accent;
  scene::Column column(area);
  std::vector<scene::Item> items;
  add_text(items, own, column, {lay_out_body(own, words, style, area.w), scene::TextRole::body, ink});
  if (!told.foot.is_card_text) append(items, foot_line(view, text, told.foot, column));
  return items;
}

// The height on the glass of the region that is open, if its words are beside the picture.
std::optional<double> height_of_open(const View& view, const Card& card, const Session& session,
                                     const scene::Rect& exhibit) {
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  const std::optional<std::size_t> open = part_shown(card.exhibit, session.exhibit);
  if (hotspots == nullptr || !open || is_stacked(view)) return {};
  return scene::middle(exhibits::region_place(*hotspots, *open, hotspots_area(view, card, exhibit))).y;
}

std::size_t button_places(const Exhibit& exhibit) {
  if (std::holds_alternative<Fold>(exhibit)) return 2;  // the second one comes and goes; its place remains
  const auto* steps = std::get_if<Steps>(&exhibit);
  return steps != nullptr ? steps->steps.size() : 0;
}

}  // namespace

std::string exhibit_caption(const CardText& text, std::optional<std::size_t> shown) {
  return shown && *shown < text.exhibit.parts.size() ? text.exhibit.parts[*shown].text : text.exhibit.invite;
}

std::string exhibit_heading(const CardText& text, std::optional<std::size_t> shown) {
  return has_label(text, shown) ? text.exhibit.parts[*shown].label : text.exhibit.title;
}

bool explanations_fit_beside(const View& view, const Card& card, const CardText& text) {
  if (!view.large()) return true;
  const scene::Rect column = areas_for(view, button_places(card.exhibit)).words;
  std::vector<std::optional<std::size_t>> states{std::nullopt};
  for (std::size_t i = 0; i < text.exhibit.parts.size(); ++i) states.emplace_back(i);
  return std::all_of(states.begin(), states.end(), [&](const std::optional<std::size_t>& shown) {
    const std::vector<scene::Item> items = explanation(view, text, {shown}, column);
    return std::all_of(items.begin(), items.end(), [&](const scene::Item& item) {
      const auto& words = std::get<scene::Text>(item);
      return words.box.bottom() <= column.bottom() && fits(words.layout, words.layout.height_mm);
    });
  });
}

bool invitation_fits_beside(const View& view, const Card& card, const CardText& text) {
  const scene::Rect column = areas_for(view, button_places(card.exhibit)).words;
  const View own = in_language_of(text, view);
  const text::Layout layout = lay_out_body(own, text.exhibit.invite, type_scale(own).body, column.w);
  return fits(layout, column.h);
}

scene::Scene exhibit_page(const View& view, const Card& card, const CardText& text, const Session& session,
                          const Controls& controls) {
  const Pieces pieces{view, card, text, part_shown(card.exhibit, session.exhibit)};
  const std::vector<Button> buttons =
      std::visit([&](const auto& state) { return pieces.buttons(state); }, session.exhibit);
  const Areas areas = areas_for(view, button_places(card.exhibit));
  scene::Scene scene = blank(view, screen_name::detail, card.id);
  scene.swipe = {controls.next, controls.back};
  const Telling told{pieces.part, foot_of(view, card, text, session.exhibit),
                     height_of_open(view, card, session, areas.exhibit)};
  const bool invites = (!pieces.part || told.foot.is_card_text) && invitation_fits_beside(view, card, text);
  scene.items = explanations_fit_beside(view, card, text) ? explanation(view, text, told, areas.words)
                                                          : name_only(view, text, told, invites, areas.words);
  // The exhibit comes after its words in reading order, and before the buttons in focus order.
  std::vector<scene::Item> drawn =
      std::visit([&](const auto& state) { return pieces.draw(state, areas.exhibit); }, session.exhibit);
  name_in_language_of(text, drawn);
  mirror_pictures(view, card, drawn);
  append(scene.items, std::move(drawn));
  // The words on a timeline's buttons are the card's, those on a sheet's the program's.
  const bool are_cards = std::holds_alternative<StepsState>(session.exhibit);
  const View of_buttons = are_cards ? in_language_of(text, view) : view;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    std::vector<scene::Item> button = page_button(of_buttons, buttons[i], areas.buttons[i]);
    if (are_cards) name_in_language_of(text, button);
    append(scene.items, std::move(button));
  }
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
