#include "screens/detail_parts.h"

#include <algorithm>

#include "model/state.h"
#include "screens/about_page.h"
#include "screens/ask_page.h"
#include "screens/body_block.h"
#include "screens/exhibit_pieces.h"
#include "screens/exhibit_words.h"
#include "screens/large_page.h"
#include "screens/loop_card.h"
#include "screens/page_breaks.h"
#include "screens/page_words.h"
#include "screens/pictured_list.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

constexpr double side_share = 0.41;          // of the screen's width, for the picture beside the words
constexpr double side_share_portrait = 0.4;  // of the height above the bar, for the picture above them
constexpr double page_title_ratio = 0.8;     // of an exhibit's page, to the title of a front

std::size_t next_part(const std::vector<DetailPart>& parts, std::size_t page) {
  return !parts.empty() && parts.back().page == page ? parts.back().part + 1 : 0;
}

// What the piece at `place` of so many is.
Piece piece_at(std::size_t place, std::size_t count) {
  if (count == 1) return Piece::whole;
  return place + 1 < count ? Piece::goes_on : Piece::last;
}

}  // namespace

DetailAreas detail_areas(const View& view, bool about) {
  const Measures space = measures(view);
  const scene::Rect all = above_bar(view), page = page_area(view, 0.6 * space.gap);
  if (view.large()) return {.side = {}, .words = page, .about = {}};
  DetailAreas areas;
  scene::Rect rest;
  if (view.portrait()) {
    scene::Column column(all);
    areas.side = column.take(side_share_portrait * all.h);
    column.skip(space.margin);
    column.skip_from_end(0.6 * space.gap);
    rest = scene::inset(column.rest(), space.margin, 0);
  } else {
    scene::Row row(all, view.direction());
    areas.side = row.take(side_share * all.w);
    rest = {row.rest().x + 1.5 * space.margin, page.y, row.rest().w - 2.5 * space.margin, page.h};
    if (view.direction() == scene::Direction::right_to_left) rest.x = row.rest().x + space.margin;
  }
  scene::Column column(rest);
  if (about) {
    areas.about = column.take_from_end(about_size(view, rest.w).h);
    column.skip_from_end(space.gap);
  }
  areas.words = column.rest();
  return areas;
}

PageHeading heading_of_part(const View& own, const CardText& text, const DetailPart& part, double width_mm) {
  const bool is_lead = part.kind == DetailKind::lead;
  const std::string title = is_lead ? text.title : text.pages[part.text].title;
  return {own,      own,       is_lead ? text.topic : text.title, own.large() && part.continued ? "" : title,
          width_mm, part.times};
}

std::vector<scene::Item> page_heading(const View& view, const std::string& above, const std::string& title,
                                      scene::Column& column) {
  const TypeScale type = type_scale(view);
  const double gap = measures(view).gap;
  text::Style style = type.title;
  style.size_mm = std::max(style.size_mm * page_title_ratio, type.body.size_mm * least_title_ratio);
  const scene::palette::Colors& colors = view.colors();
  std::vector<scene::Item> items;
  const auto add = [&](const std::string& words, const text::Style& look, TextRole role, scene::Color ink) {
    add_text(items, view, column, {text::lay_out(words, look, column.width(), view.fonts), role, ink});
  };
  if (!view.large()) {
    add(above, type.label, TextRole::label, colors.accent);
    column.skip(topic_gap * gap);
  }
  add(title, style, TextRole::title, colors.ink);
  column.skip(0.8 * gap);
  return items;
}

namespace {

// The question after everything else, then the code of the link where that has no room beside it.
void add_end(const View& view, const Card& card, const CardText& text, std::vector<DetailPart>& parts) {
  const std::vector<std::string> questions = ask_parts(view, card, text);
  const std::size_t before = text.pages.size() + (std::holds_alternative<std::monostate>(card.exhibit) ? 0 : 1);
  const std::size_t page = questions.empty() && before > 0 ? before - 1 : before;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    parts.push_back({.kind = DetailKind::ask,
                     .page = page,
                     .part = next_part(parts, page),
                     .body = questions[i],
                     .piece_of_text = piece_at(i, questions.size())});
  }
  if (card.link.empty()) return;
  if (!questions.empty() && has_room_for_code(view, card, text, questions.back())) {
    parts.back().code = true;
  } else {
    parts.push_back({.kind = DetailKind::link, .page = page, .part = next_part(parts, page)});
  }
}

// True if the words of `part`, a page of large letters, have room above a picture of `height`.
bool has_room_above(const View& view, const Card& card, const CardText& text, const DetailPart& part, double height) {
  const View own = in_language_of(text, view);
  const scene::Rect area = large_page(view, card, text, height).words;
  const PageHeading heading = heading_of_part(own, text, part, area.w);
  return heading.height() + Body(own, part.body, type_scale(own).body, area.w, part.piece_of_text).height() <= area.h;
}

// In portrait: the pictures of all pages as high as the longest page allows.
void heighten_pictures(const View& view, const Card& card, const CardText& text, std::vector<DetailPart>& parts) {
  if (!view.large() || !view.portrait()) return;
  std::vector<DetailPart*> pages;
  for (DetailPart& part : parts) {
    const bool has_words = part.kind == DetailKind::lead || part.kind == DetailKind::text;
    if (has_words && part.picture > 0 && !part.pictured) pages.push_back(&part);
  }
  for (const double height : heights_below) {
    const auto has_room = [&](const DetailPart* page) { return has_room_above(view, card, text, *page, height); };
    if (!std::all_of(pages.begin(), pages.end(), has_room)) continue;
    for (DetailPart* page : pages) page->picture = height;
    return;
  }
}

}  // namespace

std::vector<DetailPart> detail_parts(const View& view, const Card& card, const CardText& text,
                                     std::optional<std::size_t> shown) {
  const DetailAreas areas = detail_areas(view, text.ask.empty());
  const View own = in_language_of(text, view);
  std::vector<DetailPart> parts;
  std::vector<TitledText> pages;
  for (const Page& page : text.pages) pages.push_back({page.title, page.text});
  const double times = text_times(own, text.title, pages, areas.words);
  const auto add = [&](DetailPart like, const std::string& above, const std::string& title, const std::string& body) {
    like.part = next_part(parts, like.page);
    like.times = view.large() ? times : page_times(own, above, {title, body}, areas.words, times);
    LargePieces told{{body}};
    const bool is_page = like.kind == DetailKind::text;
    const std::optional<PicturedList> list =
        is_page ? pictured_list(view, card, text, text.pages[like.text]) : std::nullopt;
    if (list) {
      // What follows the list has no heading, as later pieces have none.
      told = list->rest.empty() ? LargePieces() : large_pieces(own, own, card, text, {above, "", list->rest});
      told.pieces.insert(told.pieces.begin(), list->body);
    } else if (view.large()) {
      told = large_pieces(own, own, card, text, {above, title, body});
    } else {
      const PageHeading heading(own, own, above, title, areas.words.w, like.times);
      const scene::Rect room = page_room(own, heading, areas.words);
      if (!holds(own, heading, body, areas.words, like.times)) {
        told.pieces = split_body(own, body, room.w, room.h - heading.height(), like.times);
      }
    }
    const std::vector<std::size_t> paragraphs = first_paragraphs(body, told.pieces);
    for (std::size_t i = 0; i < told.pieces.size(); ++i) {
      like.pictured = list && i == 0;
      like.picture = like.pictured ? list->picture : told.picture;
      like.piece_of_text = piece_at(i, told.pieces.size());
      like.continued = i > 0;
      like.paragraph = paragraphs[i];
      like.body = std::move(told.pieces[i]);
      parts.push_back(like);
      ++like.part;
    }
  };
  std::size_t page = 0;
  // What to watch for comes first, as soon as all of it is on one page.
  const bool is_list_first = std::holds_alternative<std::monostate>(card.exhibit) && !text.pages.empty() &&
                             pictured_list(view, card, text, text.pages.front());
  const auto add_lead = [&] {
    if (front_plan(view, card, text).whole_lead) return;
    add({.kind = DetailKind::lead}, text.topic, text.title, text.lead);
  };
  if (!is_list_first) add_lead();
  if (!std::holds_alternative<std::monostate>(card.exhibit)) {
    DetailPart like{.kind = DetailKind::exhibit, .part = next_part(parts, 0)};
    const ExhibitPieces told = view.large() ? told_beside(view, card, text, shown) : ExhibitPieces{.pieces = {""}};
    const ExhibitRoom room = view.large() ? ExhibitRoom{.words_mm = told.words_mm} : room_for_words(view, card, text);
    like.words_mm = room.words_mm;
    like.times = room.times;
    like.raised = room.raised;
    like.pieces = told.pieces.size();
    for (const std::string& piece : told.pieces) {
      like.piece_of_text = piece_at(like.piece, told.pieces.size());
      like.body = piece;
      parts.push_back(like);
      ++like.piece;
    }
    ++page;
  }
  for (std::size_t i = 0; i < text.pages.size(); ++i, ++page) {
    add({.kind = DetailKind::text, .page = page, .text = i}, text.title, text.pages[i].title, text.pages[i].text);
    if (i == 0 && is_list_first) add_lead();
  }
  heighten_pictures(view, card, text, parts);
  add_end(view, card, text, parts);
  // A card with no more text than its front repeats that.
  if (parts.empty()) parts.push_back({.kind = DetailKind::lead, .body = text.lead});
  return parts;
}

const std::vector<DetailPart>& DetailPages::of(const View& view, const Card& card, const CardText& text,
                                               std::optional<std::size_t> shown) {
  const Key key{.card = card.id,
                .language = view.language,
                .text_percent = view.text_percent,
                .reach = view.reach,
                .shown = view.large() ? shown : std::nullopt};
  if (parts_.empty() || !(key_ == key)) {
    parts_ = detail_parts(view, card, text, shown);
    key_ = key;
  }
  return parts_;
}

}  // namespace anteroom::screens
