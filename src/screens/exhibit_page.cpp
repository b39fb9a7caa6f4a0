#include <algorithm>

#include "exhibits/fold_view.h"
#include "exhibits/hotspots_view.h"
#include "exhibits/steps_view.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/detail.h"

namespace anteroom::screens {

namespace {

struct Areas {
  scene::Rect exhibit, words;
  std::vector<scene::Rect> buttons;  // below the exhibit
};

// In portrait the exhibit stands below its words, where hands reach it.
Areas areas_for(const View& view, std::size_t buttons) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm;
  const double height = view.screen().height_mm - space.bar - space.margin - 0.8 * space.gap;
  const double inner = width - 2 * space.margin;
  Areas areas;
  scene::Rect column;
  if (view.portrait()) {
    const double words = height * 0.42;
    areas.words = {space.margin, space.margin, inner, words - space.gap};
    column = {space.margin, space.margin + words, inner, height - words};
  } else {
    column = {space.margin, space.margin, width * 0.57 - 1.5 * space.margin, height};
    areas.words = {width * 0.57 + 0.5 * space.margin, space.margin, width * 0.43 - 1.5 * space.margin, height};
  }
  areas.exhibit = column;
  if (buttons == 0) return areas;
  constexpr double gap = scene::least_gap_mm;
  constexpr double button_height = 25;
  areas.exhibit.h -= button_height + gap;
  const double each = (column.w - static_cast<double>(buttons - 1) * gap) / static_cast<double>(buttons);
  for (std::size_t i = 0; i < buttons; ++i) {
    areas.buttons.push_back(
        {column.x + static_cast<double>(i) * (each + gap), column.bottom() - button_height, each, button_height});
  }
  return areas;
}

std::vector<Button> fold_buttons(const View& view, const FoldState& state) {
  const InterfaceWords& words = view.words();
  const bool open = can_open(state);
  const Button turn = open ? Button{"open", ExhibitTap{ExhibitVerb::open}, words.say("fold_open"), {}}
                           : Button{"fold", ExhibitTap{ExhibitVerb::fold}, words.say("fold_fold"), {}};
  if (!can_smooth(state)) return {turn};
  return {turn, {"smooth", ExhibitTap{ExhibitVerb::smooth}, words.say("fold_smooth"), {}}};
}

std::vector<Button> step_buttons(const CardText& text, std::size_t shown) {
  std::vector<Button> buttons;
  for (std::size_t i = 0; i < text.exhibit.parts.size(); ++i) {
    buttons.push_back({"step-" + std::to_string(i + 1),
                       ExhibitTap{ExhibitVerb::step, i},
                       text.exhibit.parts[i].label,
                       {},
                       i == shown});
  }
  return buttons;
}

// The parts of an exhibit's page that depend on its kind.
struct Pieces {
  const View& view;
  const Card& card;
  const CardText& text;
  std::optional<std::size_t> part;

  bool reads_left() const { return text::is_right_to_left(view.language); }
  scene::Rect on_glass(const scene::Rect& box) const {
    return for_direction(box, view.screen().width_mm, view.language);
  }
  std::string spoken() const {
    return part && *part < text.exhibit.parts.size() ? text.exhibit.parts[*part].text : text.exhibit.invite;
  }

  std::vector<Button> buttons(const FoldState& state) const { return fold_buttons(view, state); }
  std::vector<Button> buttons(const StepsState&) const { return step_buttons(text, part.value_or(0)); }
  std::vector<Button> buttons(const HotspotsState&) const { return {}; }
  std::vector<Button> buttons(const std::monostate&) const { return {}; }

  std::vector<scene::Item> draw(const FoldState& state, const scene::Rect& area) const {
    return exhibits::fold_view(state, on_glass(area), spoken());
  }
  std::vector<scene::Item> draw(const StepsState& state, const scene::Rect& area) const {
    const auto* steps = std::get_if<Steps>(&card.exhibit);
    if (steps == nullptr) return {};
    return exhibits::steps_view(*steps, state, {card.picture, text.picture_alt, spoken(), view.colors()},
                                on_glass(area), reads_left());
  }
  std::vector<scene::Item> draw(const HotspotsState& state, const scene::Rect& area) const {
    const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
    if (hotspots == nullptr) return {};
    return exhibits::hotspots_view(*hotspots, state, text.exhibit.parts, card.picture, text.picture_alt,
                                   on_glass(area));
  }
  std::vector<scene::Item> draw(const std::monostate&, const scene::Rect&) const { return {}; }
};

// The exhibit's title, the open part's name in words, and its text.
std::vector<scene::Item> told(const Pieces& pieces, const scene::Rect& column) {
  const View& view = pieces.view;
  const ExhibitText& exhibit = pieces.text.exhibit;
  const double gap = measures(view).gap;
  PageHeading heading = page_heading(view, pieces.text.title, exhibit.title, column);
  double y = heading.bottom;
  const bool named = pieces.part && *pieces.part < exhibit.parts.size() && !exhibit.parts[*pieces.part].label.empty();
  if (named) {
    text::Style style = type_scale(view).body;
    style.weight = text::Weight::semibold;
    text::Layout name = text::lay_out(exhibit.parts[*pieces.part].label, style, column.w, view.fonts);
    const double height = name.height_mm;
    heading.items.emplace_back(text_at(column.x, y, std::move(name), scene::TextRole::body, view.colors().accent));
    y += height + 0.4 * gap;
  }
  text::Layout body = lay_out_body(view, pieces.spoken(), type_scale(view).body, column.w);
  if (body.height_mm > 0) {
    heading.items.emplace_back(text_at(column.x, y, std::move(body), scene::TextRole::body, view.colors().ink));
  }
  return std::move(heading.items);
}

}  // namespace

scene::Scene exhibit_page(const View& view, const Card& card, const CardText& text, const Session& session,
                          const Controls& controls) {
  const Pieces pieces{view, card, text, part_shown(card.exhibit, session.exhibit)};
  const std::vector<Button> buttons =
      std::visit([&](const auto& state) { return pieces.buttons(state); }, session.exhibit);
  // The sheet's second button comes and goes; its place stays.
  const bool folds = std::holds_alternative<FoldState>(session.exhibit);
  const Areas areas = areas_for(view, folds ? 2 : buttons.size());
  scene::Scene scene = blank(view, "detail", card.id);
  scene.swipe = {controls.next, controls.back};
  scene.items = told(pieces, areas.words);
  for (std::size_t i = 0; i < buttons.size(); ++i) append(scene.items, page_button(view, buttons[i], areas.buttons[i]));
  append(scene.items, control_bar(view, controls));
  scene = for_direction(std::move(scene), view.language);
  // What is drawn of the exhibit lies where its place is on the glass, but is itself the same in every language. It
  // comes first in reading and focus order.
  std::vector<scene::Item> drawn =
      std::visit([&](const auto& state) { return pieces.draw(state, areas.exhibit); }, session.exhibit);
  append(drawn, std::move(scene.items));
  scene.items = std::move(drawn);
  return scene;
}

}  // namespace anteroom::screens
