#include "screens/large_page.h"

#include <algorithm>

#include "screens/body_block.h"
#include "screens/illustration.h"
#include "screens/page_breaks.h"
#include "screens/page_words.h"

namespace anteroom::screens {

LargePage large_page(const View& view, double picture_mm) {
  const Measures space = measures(view);
  const scene::Rect page = page_area(view, 0.6 * space.gap);
  if (picture_mm <= 0) return {.ground = {}, .words = page};
  const scene::Rect all = above_bar(view);
  if (view.portrait()) {
    scene::Column column(all);
    const scene::Rect ground = column.take_from_end(picture_mm);
    return {.ground = ground, .words = {page.x, page.y, page.w, ground.y - space.gap - page.y}};
  }
  scene::Row row(all, view.direction());
  const scene::Rect ground = row.take(picture_mm), rest = row.rest();
  return {.ground = ground, .words = {rest.x + space.margin, page.y, rest.w - 2 * space.margin, page.h}};
}

std::vector<double> strip_sizes(const View& view, const Card& card) {
  if (card.picture.empty()) return {};
  // A strip that is narrower shows nothing.
  std::vector<double> sizes = view.portrait() ? std::vector<double>{0.34, 0.3, 0.26, 0.22, 0.18, 0.15}
                                              : std::vector<double>{0.34, 0.3, 0.26, 0.22, 0.19};
  const double side = view.portrait() ? view.screen().height_mm : view.screen().width_mm;
  for (double& size : sizes) size *= side;
  return sizes;
}

std::vector<scene::Item> picture_strip(const View& view, const Card& card, const CardText& text,
                                       const std::optional<PictureView>& part, const scene::Rect& ground) {
  if (part) return picture_panel(view, card, text, part, ground);
  std::vector<scene::Item> items = picture_ground(view, card, ground);
  items.emplace_back(front_picture(view, card, text, ground));
  return items;
}

namespace {

// True if no word of `pieces` is cut in `area`.
bool all_fit(const View& view, const std::vector<std::string>& pieces, const scene::Rect& area) {
  return std::all_of(pieces.begin(), pieces.end(), [&](const std::string& piece) {
    return !Body(view, piece, type_scale(view).body, area.w).has_broken_word();
  });
}

}  // namespace

std::vector<std::string> pieces_on_pages(const View& view, const View& view_of_above, const Card& card,
                                         const PageText& text, const scene::Rect& area, double& picture_mm) {
  const auto split = [&](const scene::Rect& words) {
    const PageHeading heading(view, view_of_above, text.above, text.title, words.w);
    if (heading.has_broken_word() || heading.height() >= words.h) return std::vector<std::string>{};
    return split_body(view, text.body, words.w, words.h - heading.height());
  };
  std::vector<std::string> alone = split(area);
  if (alone.empty()) alone = {text.body};
  if (!view.large()) return alone;
  for (const double size : strip_sizes(view, card)) {
    const scene::Rect words = large_page(view, size).words;
    std::vector<std::string> pieces = split(words);
    if (pieces.size() != alone.size() || !all_fit(view, pieces, words)) continue;
    picture_mm = size;
    return pieces;
  }
  return alone;
}

}  // namespace anteroom::screens
