#include "screens/about_page.h"

#include <algorithm>

#include "language/dates.h"
#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/call_band.h"
#include "screens/control_bar.h"
#include "screens/detail_parts.h"
#include "screens/illustration.h"
#include "screens/large_page.h"
#include "screens/page_breaks.h"
#include "screens/page_words.h"

namespace anteroom::screens {

namespace {

constexpr double icon_mm = 9, pad_mm = 3;  // as page_button lays them out

// True if the pack's source is the card's, too. A card that states none of the pack's facts, as one that the front desk
// has added, has none, and needs no review.
bool has_source(const Pack& pack, const Card& card) {
  return !card.claims.empty() ||
         std::all_of(pack.cards.begin(), pack.cards.end(), [](const Card& each) { return each.claims.empty(); });
}

// Source, review and "not medical advice", each a paragraph.
std::string about_words(const View& view, const Card& card, const CardText& text) {
  const Pack& pack = view.content.pack;
  std::string reviewed;
  if (text.approval) {
    const std::string date = language::long_date(text.approval->on, view.locale());
    reviewed = view.say("reviewed_by", {{"date", date}, {"name", text.approval->reviewer}}) + "\n";
  }
  if (!has_source(pack, card)) return reviewed + view.say("information");
  const auto at = std::find(pack.languages.begin(), pack.languages.end(), view.language);
  const auto index = static_cast<std::size_t>(at - pack.languages.begin());
  std::string words;
  if (index < pack.source.size()) words = view.words().say("source", {{"source", pack.source[index]}}) + "\n";
  if (!text.approval && view.words().has("unreviewed")) reviewed = view.say("unreviewed") + "\n";
  return words + reviewed + view.say("information");
}

}  // namespace

scene::Size about_size(const View& view, double width_mm) {
  const double beside = icon_mm + 5 * pad_mm;
  const text::Layout words =
      text::lay_out_tight(view.say("about"), type_scale(view).label, width_mm - beside - 1, view.fonts);
  return {std::min(width_mm, words.width_mm + beside + 1),
          std::max(scene::min_target_mm, words.height_mm + 2 * pad_mm)};
}

std::vector<scene::Item> about_button(const View& view, const scene::Rect& area) {
  const scene::Rect box = scene::placed(about_size(view, area.w), area, view.direction());
  return page_button(view, {.id = target_id::about, .action = ShowAbout{}, .word = view.say("about"), .icon = "info"},
                     box);
}

scene::Scene about_page(const View& view, const Card& card, const CardText& text, std::size_t part, bool paused) {
  DetailAreas areas = detail_areas(view, false);
  const View own = in_language_of(text, view);
  const std::string title = view.say("about"), words = about_words(view, card, text);
  double times = 1;
  LargePieces told;
  if (view.large()) {
    told = large_pieces(view, own, card, text, {text.title, title, words});
    areas.words = large_page(view, card, text, told.picture).words;
  } else {
    times = text_times(view, text.title, {{title, words}}, areas.words);
    const PageHeading usual(view, own, text.title, title, areas.words.w, times);
    const scene::Rect room = page_room(view, usual, areas.words);
    told.pieces = {words};
    if (!holds(view, usual, words, areas.words, times)) {
      told.pieces = split_body(view, words, room.w, room.h - usual.height(), times);
    }
  }
  const std::vector<std::string>& parts = told.pieces;
  const std::size_t shown = std::min(part, parts.size() - 1);
  const PageHeading heading(view, own, text.title, view.large() && shown > 0 ? "" : title, areas.words.w, times);
  Controls controls = part_controls<ShowAbout>(view, {shown, parts.size()}, paused);
  controls.goes_on = controls.next.has_value();
  Piece piece = controls.goes_on ? Piece::goes_on : Piece::last;
  if (parts.size() == 1) piece = Piece::whole;
  scene::Scene scene = blank(view, screen_name::about, card.id);
  scene.swipe = {controls.next, controls.back};
  scene.items = page_words(view, heading, parts[shown], areas.words, times, piece);
  if (areas.side.w > 0) {
    scene::Column side(areas.side);
    std::vector<scene::Item> band = take_call_band(view, card, text, side);
    append(scene.items, picture_panel(view, card, text, std::nullopt, side.rest()));
    append(scene.items, std::move(band));
  }
  if (view.large()) {
    append(scene.items, beside_words(view, card, text, std::nullopt, large_page(view, card, text, told.picture)));
  }
  add_contrast_edges(view, card, scene.items);
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
