#include "screens/preview_card.h"

#include <algorithm>
#include <utility>

#include "screens/button.h"
#include "screens/illustration.h"

namespace anteroom::screens {

namespace {

// The card with the id `id`, if it has its own words in the view's language.
struct Previewed {
  const Card* card = nullptr;
  const CardText* text = nullptr;
};

Previewed previewed(const View& view, const std::string& id) {
  const std::vector<Card>& cards = view.content.pack.cards;
  const std::vector<std::string>& languages = view.content.pack.languages;
  const auto shown = std::find_if(cards.begin(), cards.end(), [&](const Card& each) { return each.id == id; });
  const auto language =
      static_cast<std::size_t>(std::find(languages.begin(), languages.end(), view.language) - languages.begin());
  if (shown == cards.end() || language >= shown->text.size() || !shown->text[language].language.empty()) return {};
  return {&*shown, &shown->text[language]};
}

std::vector<scene::Item> picture_in(const View& view, const Previewed& shown, const scene::Rect& box) {
  std::vector<scene::Item> items{illustration(view, *shown.card, *shown.text, box)};
  add_contrast_edges(view, *shown.card, items);
  return items;
}

}  // namespace

std::vector<scene::Item> preview_card(const View& view, const std::string& card, const scene::Rect& panel) {
  constexpr double air = 8, least_picture_mm = 24;
  const scene::Rect inside = panel.inset(air);
  const TypeScale type = type_scale(view);
  const scene::palette::Colors& colors = view.colors();
  const double gap = 0.7 * measures(view).gap;
  text::Layout sample = lay_out_body(view, view.say("sample"), type.body, inside.w), title;
  const Previewed shown = previewed(view, card);
  if (shown.card != nullptr) {
    title = text::lay_out(shown.text->title, type.title, inside.w, view.fonts);
    if (!fits(title, inside.h - sample.height_mm - gap)) title = {};
  }
  const double words = sample.height_mm + (title.lines.empty() ? 0 : title.height_mm + gap);
  const double picture = inside.h - words - gap;
  const bool is_pictured = shown.card != nullptr && !shown.card->picture.empty() && picture >= least_picture_mm;
  std::vector<scene::Item> items{scene::Fill{.box = panel,
                                             .color = is_pictured ? field_color(view, *shown.card) : colors.panel,
                                             .radius_mm = corner_mm,
                                             .edge_mm = view.high_contrast ? contrast_line_mm : 0,
                                             .edge = colors.ink}};
  scene::Column column(inside, gap);
  if (is_pictured) {
    append(items, picture_in(view, shown, column.take(picture)));
  } else {
    column = scene::Column(scene::centred({inside.w, words}, inside), gap);
  }
  if (!title.lines.empty()) add_text(items, view, column, {std::move(title), scene::TextRole::title, colors.ink});
  add_text(items, view, column, {std::move(sample), scene::TextRole::body, colors.ink});
  return items;
}

}  // namespace anteroom::screens
