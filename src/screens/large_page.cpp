#include "screens/large_page.h"

#include <utility>

#include "screens/body_block.h"
#include "screens/call_band.h"
#include "screens/illustration.h"
#include "screens/page_breaks.h"
#include "screens/page_words.h"

namespace anteroom::screens {

namespace {

// How much the picture has of the screen's width, in portrait of its height: the number to call has room below it in
// letters larger than titles, and the words have lines of about twenty letters.
constexpr double picture_width = 0.25, picture_height_portrait = 0.19;
constexpr double picture_beside_number = 0.5;  // of the screen's width, in portrait

}  // namespace

LargePage large_page(const View& view, const Card& card, const CardText& text, bool alone) {
  const Measures space = measures(view);
  const scene::Rect all = above_bar(view);
  const bool pictured = !card.picture.empty() && !alone, calls = card.is_urgent && !text.emergency.empty();
  LargePage page{.ground = {}, .band = {}, .words = page_area(view, 0.6 * space.gap)};
  if (!pictured && !calls) return page;
  if (pictured && !view.portrait()) {
    scene::Row row(all, view.direction());
    scene::Column side(row.take(picture_width * all.w));
    if (calls) page.band = side.take_from_end(call_band_height(view));
    page.ground = side.rest();
    page.words = {row.rest().x + space.margin, page.words.y, row.rest().w - 2 * space.margin, page.words.h};
    return page;
  }
  scene::Column column(all);
  const scene::Rect foot =
      column.take_from_end(pictured ? picture_height_portrait * view.screen().height_mm : call_band_height(view));
  scene::Row row(foot, view.direction());
  if (pictured) page.ground = row.take_from_end(calls ? picture_beside_number * foot.w : foot.w);
  if (calls) page.band = row.rest();
  page.words.h = foot.y - space.gap - page.words.y;
  return page;
}

std::vector<scene::Item> beside_words(const View& view, const Card& card, const CardText& text,
                                      const std::optional<PictureView>& part, const LargePage& page) {
  std::vector<scene::Item> items;
  if (page.ground.w > 0 && part) {
    items = picture_panel(view, card, text, part, page.ground);
  } else if (page.ground.w > 0) {
    items = picture_ground(view, card, page.ground);
    items.emplace_back(front_picture(view, card, text, page.ground));
  }
  if (page.band.w > 0) append(items, call_band(in_language_of(text, view), text.emergency, page.band));
  return items;
}

LargePieces large_pieces(const View& view, const View& view_of_above, const Card& card, const CardText& card_text,
                         const PageText& text, double times) {
  text::Style style = type_scale(view).body;
  style.size_mm *= times;
  std::optional<LargePieces> beside;
  for (const bool alone : {false, true}) {
    const scene::Rect area = large_page(view, card, card_text, alone).words;
    const PageHeading heading(view, view_of_above, text.above, text.title, area.w, times);
    const double room = area.h - heading.height();
    if (heading.has_broken_word() || room < style.leading * style.size_mm) continue;
    LargePieces told{split_body(view, text.body, area.w, room, times), alone};
    bool is_cut = false;
    for (const std::string& piece : told.pieces) {
      const Body body(view, piece, style, area.w);
      is_cut |= body.has_broken_word();
      if (told.pieces.size() > 1 && body.height() < 1.5 * style.leading * style.size_mm) ++told.lone_lines;
    }
    told.broken = broken_sentences(view, text.body, told.pieces);
    if (alone && (!beside || told.broken < beside->broken)) return told;
    if (alone || is_cut) continue;
    if (told.broken == 0) return told;
    beside = std::move(told);
  }
  if (beside) return std::move(*beside);
  return {{text.body}, true};
}

}  // namespace anteroom::screens
