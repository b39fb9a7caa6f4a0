#include "screens/detail.h"

#include <algorithm>
#include <tuple>

#include "model/names.h"
#include "screens/about_page.h"
#include "screens/ask_page.h"
#include "screens/call_band.h"
#include "screens/code_size.h"
#include "screens/exhibit_page.h"
#include "screens/illustration.h"
#include "screens/large_page.h"
#include "screens/link_block.h"
#include "screens/page_words.h"
#include "screens/pictured_list.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// What of the picture the page of `part` shows; none: all of it.
std::optional<PictureView> view_of(const CardText& text, const DetailPart& part) {
  if (part.kind != DetailKind::text) return std::nullopt;
  const Page& page = text.pages[part.text];
  if (part.piece_of_text != Piece::whole && part.paragraph < page.views.size()) return page.views[part.paragraph];
  return page.view;
}

// The picture or the part of it that belongs to `part`, below the name of the language where the words are in another,
// and above the number to call.
std::vector<scene::Item> side_items(const View& view, const Card& card, const CardText& text, const DetailPart& part,
                                    const scene::Rect& area) {
  const std::optional<PictureView> shown = view_of(text, part);
  const Measures space = measures(view);
  scene::Column column(area);
  std::vector<scene::Item> items, band = take_call_band(view, card, text, column);
  if (text::Layout mark = language_mark(view, text, area.w - 2 * space.margin); !mark.lines.empty()) {
    const scene::Rect head = column.take(mark.height_mm + 2 * space.gap);
    items.emplace_back(scene::Fill{.box = head, .color = field_color(view, card)});
    items.emplace_back(text_in(view, scene::inset(head, space.margin, space.gap),
                               {std::move(mark), TextRole::label, view.colors().ink}));
  }
  append(items, picture_panel(view, card, text, shown, column.rest()));
  append(items, std::move(band));
  return items;
}

// A page of words beside the picture; where letters are large, beside a strip of it or alone.
std::vector<scene::Item> text_page_items(const View& view, const Card& card, const CardText& text,
                                         const DetailPart& part) {
  DetailAreas areas = detail_areas(view, text.ask.empty());
  const LargePage large = large_page(view, card, text, part.picture);
  if (view.large()) areas.words = large.words;
  if (part.pictured) {
    const Page& page = text.pages[part.text];
    std::vector<scene::Item> items = pictured_list_items(view, card, text, page, large.words);
    append(items, beside_words(view, card, text, view_beside_list(text, page), large));
    return items;
  }
  const View own = in_language_of(text, view);
  const PageHeading heading = heading_of_part(own, text, part, areas.words.w);
  std::vector<scene::Item> items = page_words(own, heading, part.body, areas.words, part.times, part.piece_of_text);
  if (areas.side.w > 0) append(items, side_items(view, card, text, part, areas.side));
  if (view.large()) append(items, beside_words(view, card, text, view_of(text, part), large));
  if (areas.about.w > 0) append(items, about_button(view, areas.about));
  return items;
}

// What the page of `part` shows above the bar, if it is not the exhibit's.
std::vector<scene::Item> page_items(const View& view, const Card& card, const CardText& text, const DetailPart& part) {
  if (part.kind == DetailKind::ask) return ask_page(view, card, text, part.body, part.code);
  if (part.kind == DetailKind::link) {
    const scene::Rect page = page_area(view, measures(view).gap);
    const double code = code_size_mm(view.content.settings);
    return link_block(view, card.link, scene::centred({page.w, code}, page));
  }
  return text_page_items(view, card, text, part);
}

std::size_t index_of(const std::vector<DetailPart>& parts, const Session& session) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const DetailPart& part = parts[i];
    if (std::tie(part.page, part.part, part.piece) <= std::tie(session.page, session.part, session.piece)) at = i;
  }
  return at;
}

}  // namespace

Controls detail_controls(const View& view, const std::vector<DetailPart>& parts, std::size_t at, bool paused) {
  const auto show = [&](std::size_t i) { return Action(ShowPage{parts[i].page, parts[i].part, parts[i].piece}); };
  Controls controls;
  controls.back = at > 0 ? show(at - 1) : Action(Leave{});
  if (at + 1 < parts.size()) controls.next = show(at + 1);
  controls.paused = paused;
  controls.goes_on = parts[at].goes_on();
  // The pieces of what goes on are one page.
  const auto pages_to = [&](std::size_t end) {
    std::size_t pages = 0;
    for (std::size_t i = 0; i < end; ++i) pages += i == 0 || !parts[i - 1].goes_on() ? 1 : 0;
    return pages;
  };
  controls.position = {pages_to(at + 1) - 1, pages_to(parts.size())};
  controls.where = said_of(view, "page", controls.position);
  std::size_t first = at, last = at;
  while (first > 0 && parts[first - 1].goes_on()) --first;
  while (parts[last].goes_on() && last + 1 < parts.size()) ++last;
  if (last > first) controls.piece = view.number(at - first + 1) + "/" + view.number(last - first + 1);
  return controls;
}

scene::Scene detail(const View& view, const Card& card, const CardText& text, const Session& session,
                    const std::vector<DetailPart>& parts) {
  const std::size_t at = index_of(parts, session);
  const Controls controls = detail_controls(view, parts, at, session.paused);
  const DetailPart& part = parts[at];
  if (part.kind == DetailKind::exhibit) return exhibit_page(view, card, text, session, part, controls);
  scene::Scene scene = blank(view, screen_name::detail, card.id);
  scene.swipe = {controls.next, controls.back};
  scene.items = page_items(view, card, text, part);
  add_contrast_edges(view, card, scene.items);
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
