#include "screens/wall_words.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "screens/call_band.h"
#include "screens/code_size.h"
#include "screens/link_block.h"
#include "screens/touchscreen_line.h"
#include "screens/wall_head.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// In portrait the field of the picture is so high, times its width: a little more than a board, so that what is drawn
// on that may be as wide as the screen.
constexpr double field_ratio_of_wall = 0.78;
// Between picture and words, in gaps (see Measures): the picture has some air of its own.
constexpr double between_share = 0.8;
// Of the screen's shorter side, how high the band with the number of an urgent card is.
constexpr double number_share = 0.26;
// The most that a title is enlarged, on which the height of all titles depends.
constexpr double largest_title = 1.18, largest_title_portrait = 1.4;

}  // namespace

WallAreas wall_areas(const View& view, double share, double band_mm) {
  const Measures space = measures(view);
  const scene::Rect glass = view.glass();
  const double air = 0.7 * space.margin;  // above letters, whose boxes have some of their own
  WallAreas areas;
  if (view.portrait()) {
    scene::Column column(glass);
    areas.band = column.take_from_end(band_mm);
    if (share > 0) areas.field = column.take_from_end(glass.w * field_ratio_of_wall * share);
    column.skip(air);
    areas.head = scene::inset(column.take(wall_head_height(view)), space.margin, 0);
    column.skip(space.gap);
    areas.words = scene::inset(column.rest(), space.margin, 0);
    return areas;
  }
  scene::Row row(glass, view.direction());
  const double between = share > 0 ? between_share * space.gap : space.margin;
  // On a panel words have as much air before them as at its end. They begin where they do on all cards.
  const double air_on_panel = share > 0 && band_mm > 0 ? std::max(0.0, 0.6 * space.margin - between) : 0;
  const scene::Rect start = share > 0 ? row.take(glass.w * share - air_on_panel) : scene::Rect{};
  if (share > 0 && band_mm > 0) areas.panel = row.rest();
  scene::Row rest(row.rest(), view.direction());
  rest.take(between + air_on_panel);
  rest.take_from_end(0.6 * space.margin);
  scene::Column words(rest.rest()), picture(share > 0 ? start : rest.rest());
  words.skip(air);
  picture.skip(air);
  scene::Row head(picture.take(wall_head_height(view)), view.direction());
  if (share > 0) {
    head.take(space.margin);
    head.take_from_end(0.15 * space.margin);
    areas.band = picture.take_from_end(band_mm);
    areas.field = picture.rest();
  } else {
    words.skip(wall_head_height(view) + space.gap);
    areas.band = words.take_from_end(band_mm);
  }
  areas.head = head.rest();
  words.skip_from_end(air);
  areas.words = words.rest();
  return areas;
}

double number_band_height(const View& view) {
  return number_share * std::min(view.screen().width_mm, view.screen().height_mm);
}

WallInk ink_of(const View& view, const Card& card, const WallAreas& areas) {
  if (areas.panel.w > 0) return {call_ink(), call_ink()};
  const bool coloured = !view.high_contrast && card.ground != Ground::none && !card.picture.empty();
  return {view.colors().ink, coloured ? scene::palette::deep_teal : view.colors().accent};
}

WallWords wall_words(const View& view, const Card& card, const CardText& text, const scene::Rect& area, bool with_code,
                     Letters letters, const WallInk& ink) {
  const Measures space = measures(view);
  const View own = in_language_of(text, view);
  scene::Column column(area);
  WallWords words;
  words.items = heading(own, text.topic, text.title, column, view.screen().height_mm / 2,
                        {.times = letters.title,
                         .most = view.portrait() ? largest_title_portrait : largest_title,
                         .topic = ink.topic,
                         .title = ink.words});
  if (!words.items.empty()) words.title_lines = std::get<scene::Text>(words.items.back()).layout.lines.size();
  // Below the title, which stays where it is on all other cards.
  text::Layout mark = language_mark(view, text, column.width());
  if (!mark.lines.empty()) column.skip(0.5 * space.gap);
  add_text(words.items, view, column, {std::move(mark), scene::TextRole::label, ink.words});
  column.skip(space.gap);
  const std::string& lead = text.wall.empty() ? text.lead : text.wall;
  text::Style body = type_scale(own).body;
  body.size_mm *= letters.lead;
  add_text(words.items, own, column, {lay_out_body(own, lead, body, column.width()), scene::TextRole::body, ink.words});
  const bool leads_on = add_touchscreen_line(words.items, view, card.exhibit, column, space.gap, ink.topic);
  if (with_code) {
    column.skip(space.gap);
    append(words.items, link_block(view, card.link, column.take(code_size_mm(view.content.settings))));
  }
  constexpr double rounding_mm = 1e-6;
  words.fits = leads_on && column.room() > -rounding_mm &&
               std::none_of(words.items.begin(), words.items.end(), [](const auto& item) {
                 const auto* part = std::get_if<scene::Text>(&item);
                 return part != nullptr && part->layout.has_broken_word();
               });
  return words;
}

}  // namespace anteroom::screens
