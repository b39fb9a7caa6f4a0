#include "screens/ask_page.h"

#include <algorithm>
#include <array>

#include "screens/about_page.h"
#include "screens/code_size.h"
#include "screens/illustration.h"
#include "screens/large_page.h"
#include "screens/link_block.h"
#include "screens/page_breaks.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

constexpr double ask_share = 0.34;           // of the screen's width, for the picture beside the words
constexpr double ask_share_portrait = 0.34;  // of the page's height, for the picture below them

struct AskAreas {
  scene::Rect side;   // picture and code; no width: large letters take all the room
  scene::Rect strip;  // of large letters: the picture, if the whole question has room beside it; else no width
  scene::Rect words;  // heading and question
  scene::Rect about;  // the control below them
};

AskAreas areas_beside(const View& view, double strip_mm) {
  const double gap = measures(view).gap;
  const scene::Rect page = page_area(view, 0.6 * gap);
  AskAreas areas{.side = {}, .strip = {}, .words = page, .about = {}};
  if (!view.large() && view.portrait()) {
    scene::Column column(page, gap);
    areas.side = column.take_from_end(page.h * ask_share_portrait);
    areas.words = column.rest();
  } else if (!view.large()) {
    const Halves parts = halves(view, page, ask_share);
    areas.side = parts.start;
    areas.words = parts.end;
  }
  if (view.large()) {
    const LargePage large = large_page(view, strip_mm);
    areas.strip = large.ground;
    areas.words = large.words;
  }
  scene::Column column(areas.words, gap);
  areas.about = column.take_from_end(about_size(view, areas.words.w).h);
  areas.words = column.rest();
  return areas;
}

// The heading, the question, and the height of both.
struct AskWords {
  text::Layout heading = {}, question = {};
  TextRole role = TextRole::title;  // of the question
  double gap = 0;
  double height() const { return heading.height_mm + gap + question.height_mm; }
};

// As large as a title where it fits, else like other texts of a page: that is so for large letters.
AskWords question_in(const View& view, const CardText& text, const std::string& question, const scene::Rect& area) {
  const View own = in_language_of(text, view);
  const TypeScale type = type_scale(view), type_own = type_scale(own);
  AskWords words{.gap = measures(view).gap};
  text::Style heading = view.large() ? type.label : type.body;
  heading.weight = text::Weight::semibold;
  words.heading = text::lay_out(view.say("ask"), heading, area.w, view.fonts);
  const double room = area.h - words.heading.height_mm - words.gap;
  const bool is_whole = question == text.ask;  // all parts of one are of one size
  for (const double factor : std::array{1.25, 1.1, 1.0, 0.9, 0.8}) {
    if (!is_whole) break;
    text::Style style = type_own.title;
    style.size_mm = std::max(style.size_mm * factor, type_own.body.size_mm * least_title_ratio);
    words.question = text::lay_out(question, style, area.w, view.fonts);
    if (fits(words.question, room)) return words;
  }
  words.role = TextRole::body;
  words.question = lay_out_body(own, question, type_own.body, area.w);
  return words;
}

// With large letters there is a strip of the picture as large as leaves room for the whole question as a title, and
// for the code of a link none.
AskAreas ask_areas(const View& view, const Card& card, const CardText& text) {
  if (view.large() && card.link.empty()) {
    for (const double size : strip_sizes(view, card)) {
      const AskAreas areas = areas_beside(view, size);
      const AskWords words = question_in(view, text, text.ask, areas.words);
      const bool whole = words.role == TextRole::title && fits(words.heading, areas.words.h);
      if (whole && words.height() <= areas.words.h) return areas;
    }
  }
  return areas_beside(view, 0);
}

// The picture above the code of the link, both as large as they may be.
std::vector<scene::Item> side_items(const View& view, const Card& card, const CardText& text, const scene::Rect& area) {
  scene::Column column(area, measures(view).gap);
  std::vector<scene::Item> code;
  if (!card.link.empty()) {
    code = link_block(view, card.link, column.take_from_end(code_size_mm(view.content.settings)));
  }
  std::vector<scene::Item> items;
  if (!card.picture.empty()) {
    items.emplace_back(illustration(view, card, text, scene::fitted(1 / picture_height, column.rest())));
  }
  append(items, std::move(code));
  return items;
}

}  // namespace

std::vector<std::string> ask_parts(const View& view, const Card& card, const CardText& text) {
  if (text.ask.empty()) return {};
  const scene::Rect area = ask_areas(view, card, text).words;
  const AskWords whole = question_in(view, text, text.ask, area);
  if (whole.height() <= area.h) return {text.ask};
  return split_body(in_language_of(text, view), text.ask, area.w, area.h - whole.heading.height_mm - whole.gap);
}

bool has_room_for_code(const View& view, const Card& card, const CardText& text, const std::string& question) {
  const AskAreas areas = ask_areas(view, card, text);
  const double used = question_in(view, text, question, areas.words).height() + measures(view).gap;
  return areas.side.w > 0 || used + code_size_mm(view.content.settings) <= areas.words.h;
}

std::vector<scene::Item> ask_page(const View& view, const Card& card, const CardText& text, const std::string& question,
                                  bool with_code) {
  const AskAreas areas = ask_areas(view, card, text);
  const scene::palette::Colors& colors = view.colors();
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = above_bar(view), .color = plate_color(view, card)});
  scene::Column column(areas.words, measures(view).gap);
  std::vector<scene::Item> code;
  if (with_code && areas.side.w <= 0) {
    code = link_block(view, card.link, column.take_from_end(code_size_mm(view.content.settings)));
  }
  AskWords words = question_in(view, text, question, column.rest());
  column.skip(std::max(0.0, column.room() - words.height()) / 2);
  const TextRole role = view.large() ? TextRole::label : TextRole::body;
  add_text(items, view, column, {std::move(words.heading), role, colors.ink});
  add_text(items, in_language_of(text, view), column, {std::move(words.question), words.role, colors.ink});
  if (areas.side.w > 0) append(items, side_items(view, card, text, areas.side));
  if (areas.strip.w > 0) items.emplace_back(illustration(view, card, text, picture_on(view, areas.strip)));
  append(items, std::move(code));
  append(items, about_button(view, areas.about));
  return items;
}

}  // namespace anteroom::screens
