#include "screens/large_page.h"

#include <algorithm>
#include <utility>

#include "screens/body_block.h"
#include "screens/call_band.h"
#include "screens/illustration.h"
#include "screens/page_breaks.h"
#include "screens/page_words.h"

namespace anteroom::screens {

namespace {

constexpr double picture_beside_number = 0.5;  // of the screen's width, in portrait

}  // namespace

const std::vector<double>& page_pictures(const View& view, const Card& card) {
  static const std::vector<double> beside{0.25, 0.2, 0.15}, above_number{0.25}, below{0.2};
  if (view.portrait()) return below;
  return card.is_urgent ? above_number : beside;
}

LargePage large_page(const View& view, const Card& card, const CardText& text, double picture) {
  const Measures space = measures(view);
  const scene::Rect all = above_bar(view);
  const bool pictured = !card.picture.empty() && picture > 0, calls = card.is_urgent && !text.emergency.empty();
  LargePage page{.ground = {}, .band = {}, .words = page_area(view, 0.6 * space.gap)};
  if (!pictured && !calls) return page;
  if (pictured && !view.portrait()) {
    scene::Row row(all, view.direction());
    scene::Column side(row.take(picture * all.w));
    if (calls) page.band = side.take_from_end(call_band_height(view));
    page.ground = side.rest();
    page.words = {row.rest().x + space.margin, page.words.y, row.rest().w - 2 * space.margin, page.words.h};
    return page;
  }
  scene::Column column(all);
  const scene::Rect foot = column.take_from_end(pictured ? picture * view.screen().height_mm : call_band_height(view));
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
    constexpr double low = 0.6;  // a page's column is narrower than a front's
    items.emplace_back(front_picture(view, card, text, page.ground, low));
  }
  if (page.band.w > 0) append(items, call_band(in_language_of(text, view), text.emergency, page.band));
  return items;
}

LargePieces large_pieces(const View& view, const View& view_of_above, const Card& card, const CardText& card_text,
                         const PageText& text) {
  const text::Style style = type_scale(view).body;
  std::vector<double> pictures = page_pictures(view, card);
  pictures.push_back(0);
  std::optional<LargePieces> found;
  for (const double picture : pictures) {
    const scene::Rect area = large_page(view, card, card_text, picture).words;
    const PageHeading heading(view, view_of_above, text.above, text.title, area.w);
    const double room = area.h - heading.height();
    if (heading.has_broken_word() || room < style.leading * style.size_mm) continue;
    LargePieces told{split_body(view, text.body, area.w, room, 1, area.h), picture};
    const bool is_cut = std::any_of(told.pieces.begin(), told.pieces.end(), [&](const std::string& piece) {
      return Body(view, piece, style, area.w).has_broken_word();
    });
    if (is_cut && picture > 0) continue;
    told.broken = broken_sentences(view, text.body, told.pieces);
    if (!found || told.broken < found->broken) found = std::move(told);
    if (found->broken == 0) break;
  }
  if (found) return std::move(*found);
  return {{text.body}, 0};
}

}  // namespace anteroom::screens
