#include "screens/ask_page.h"

#include <algorithm>
#include <array>

#include "screens/ask_foot.h"
#include "screens/call_band.h"
#include "screens/code_size.h"
#include "screens/detail_parts.h"
#include "screens/illustration.h"
#include "screens/large_page.h"
#include "screens/link_block.h"
#include "screens/page_breaks.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

constexpr double balloon_radius_mm = 12;
constexpr double deep_leading = 1.34;  // in large letters the tails of Arabic ones reach the marks of the next line
constexpr double tail_mm = 12;  // how far it reaches out of the balloon, but not onto the picture, and how wide it is

struct AskAreas {
  scene::Rect side;     // picture and code; no width: large letters take all the room
  LargePage large;      // of large letters: the picture beside the words, and the number to call
  scene::Rect balloon;  // around the words; no width where there is none
  scene::Rect words;    // heading and question
  scene::Rect foot;     // the controls below them
};

// Picture and control are where they are on the other pages, and so is the side where the words start in landscape.
AskAreas areas_beside(const View& view, const Card& card, const CardText& text, double picture) {
  const Measures space = measures(view);
  if (view.large()) {
    const LargePage large = large_page(view, card, text, picture);
    scene::Column column(large.words, space.gap);
    const scene::Rect foot = column.take_from_end(ask_foot_mm(view, column.width()));
    return {.side = {}, .large = large, .balloon = {}, .words = column.rest(), .foot = foot};
  }
  const DetailAreas page = detail_areas(view, true);
  AskAreas areas{.side = page.side, .large = {}, .balloon = page.words, .words = page.words, .foot = page.about};
  const double higher = ask_foot_mm(view, page.about.w) - page.about.h;
  areas.foot.y -= higher;
  areas.foot.h += higher;
  areas.balloon.h -= higher;
  areas.words.h -= higher;
  const double pad = 0.8 * space.margin;
  if (view.portrait()) {
    areas.words = areas.balloon.inset(pad);
    return areas;
  }
  // Towards the picture it is wider by its pad, towards the screen's edges by as much as leaves a margin.
  const double before = pad, after = 0.4 * space.margin;
  areas.balloon.y -= after;
  areas.balloon.h += after;
  const bool to_left = view.direction() == scene::Direction::left_to_right;
  areas.balloon.x -= to_left ? before : after;
  areas.balloon.w += before + after;
  areas.words = areas.balloon.inset(pad);
  return areas;
}

// A speech balloon whose tail points to the picture.
std::vector<scene::Item> balloon(const View& view, const AskAreas& areas) {
  const scene::palette::Colors& colors = view.colors();
  const scene::Rect& box = areas.balloon;
  constexpr double overlap = 1;  // with the balloon, so that no seam shows
  const bool to_left = view.direction() == scene::Direction::left_to_right;
  std::vector<scene::Point> corners;
  scene::Rect around;
  if (view.portrait()) {
    const double x = scene::x_at(box, 0.2, view.direction()), y = box.y;
    around = {x - tail_mm / 2, y - tail_mm, tail_mm, tail_mm + overlap};
    corners = {{x, y - tail_mm}, {around.right(), around.bottom()}, {around.x, around.bottom()}};
  } else {
    const double edge = to_left ? box.x : box.right(), y = box.y + 0.5 * box.h;
    around = {to_left ? edge - tail_mm : edge - overlap, y - tail_mm / 2, tail_mm + overlap, tail_mm};
    if (to_left) {
      corners = {{around.x, y}, {around.right(), around.y}, {around.right(), around.bottom()}};
    } else {
      corners = {{around.right(), y}, {around.x, around.bottom()}, {around.x, around.y}};
    }
  }
  const double edge_mm = view.high_contrast ? contrast_line_mm : 0;  // black on black has none of its own
  std::vector<scene::Item> items{scene::Fill{
      .box = box, .color = colors.button, .radius_mm = balloon_radius_mm, .edge_mm = edge_mm, .edge = colors.ink}};
  if (edge_mm > 0) items.emplace_back(scene::Polygon{around, corners, {3, colors.ink}});
  // The tail itself is inside its edge, and covers that of the balloon.
  const scene::Point tip = corners[0];
  const bool is_up = view.portrait();
  const double tail_share = 2.3 * edge_mm;  // the tip's edge is longer than those of the sides
  const double towards = is_up ? tail_share : (tip.x < box.x ? tail_share : -tail_share);
  std::vector<scene::Point> inner = corners;
  for (std::size_t i = 0; i < inner.size() && edge_mm > 0; ++i) {
    (is_up ? inner[i].y : inner[i].x) += towards;
  }
  const scene::Rect inner_box =
      edge_mm > 0 ? scene::Rect{around.x + (is_up ? 0 : towards), around.y + (is_up ? towards : 0), around.w, around.h}
                  : around;
  items.emplace_back(scene::Polygon{inner_box, inner, {3, colors.button}});
  return items;
}

// The heading, the question, and the height of both.
struct AskWords {
  text::Layout heading = {}, question = {};
  TextRole role = TextRole::title;  // of the question
  double gap = 0;
  double height() const { return heading.height_mm + gap + question.height_mm; }
};

// The sizes of questions, to that of titles: the first one where it fits, which is so for nearly all.
constexpr std::array question_sizes{1.3, 1.2, 1.1, 1.0, 0.9, 0.8};

// As large as that, else like other texts of a page: that is so for large letters.
AskWords question_in(const View& view, const CardText& text, const std::string& question, const scene::Rect& area) {
  const View own = in_language_of(text, view);
  const TypeScale type = type_scale(view), type_own = type_scale(own);
  AskWords words{.gap = measures(view).gap};
  text::Style heading = view.large() ? type.label : type.body;
  heading.weight = text::Weight::semibold;
  words.heading = text::lay_out(view.say("ask"), heading, area.w, view.fonts);
  const double room = area.h - words.heading.height_mm - words.gap;
  const bool is_whole = question == text.ask;  // all parts of one are of one size
  for (const double factor : question_sizes) {
    if (!is_whole) break;
    if (view.large() && !text.emergency.empty() && factor > 1) continue;  // the number to call is larger
    text::Style style = type_own.title;
    if (own.reading() == scene::Direction::right_to_left) style.leading = deep_leading;
    style.size_mm = std::max(style.size_mm * factor, type_own.body.size_mm * least_title_ratio);
    words.question = text::lay_out(question, style, area.w, view.fonts);
    if (fits(words.question, room)) return words;
  }
  words.role = TextRole::body;
  text::Style style = type_own.body;
  if (is_whole) style.weight = text::Weight::semibold;
  words.question = lay_out_body(own, question, style, area.w);
  return words;
}

// How far the heading is below the top of the words. The question's first baseline is at the same height on all cards,
// so far down that a short question ends below the middle of the page; a long one begins higher.
double above_words(const View& view, const AskAreas& areas, const AskWords& words) {
  constexpr double line_share = 0.37;  // of the height above the bar
  const double line = words.question.lines.empty() ? 0 : words.question.lines.front().baseline_mm;
  return line_share * above_bar(view).h - areas.words.y - words.heading.height_mm - words.gap - line;
}

// With large letters the picture gets smaller for a question that has no room in one piece beside it, and gives way to
// one that has room only alone, and to the code of a link.
AskAreas ask_areas(const View& view, const Card& card, const CardText& text) {
  const std::vector<double>& pictures = page_pictures(view, card);
  const AskAreas beside = areas_beside(view, card, text, card.link.empty() ? pictures.front() : 0);
  if (!view.large() || !card.link.empty()) return beside;
  std::vector<double> smaller(pictures.begin() + 1, pictures.end());
  smaller.push_back(0);
  AskAreas areas = beside;
  for (std::size_t next = 0;; ++next) {
    const AskWords words = question_in(view, text, text.ask, areas.words);
    const bool is_cut = words.heading.has_broken_word() || words.question.has_broken_word();
    if (!is_cut && words.height() <= areas.words.h) return areas;
    if (next == smaller.size()) return beside;
    areas = areas_beside(view, card, text, smaller[next]);
  }
}

// The picture above the code of the link, both as large as they may be, and above the number to call.
std::vector<scene::Item> side_items(const View& view, const Card& card, const CardText& text, const scene::Rect& side) {
  scene::Column foot(side);
  std::vector<scene::Item> code = take_call_band(view, card, text, foot);
  const scene::Rect area = foot.rest();
  scene::Column column(picture_on(view, area, card.stands && card.link.empty()), measures(view).gap);
  if (!card.link.empty()) {
    append(code, link_block(view, card.link, column.take_from_end(code_size_mm(view.content.settings))));
  }
  std::vector<scene::Item> items;
  if (!card.picture.empty()) items.emplace_back(illustration(view, card, text, column.rest()));
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
  items.emplace_back(scene::Fill{.box = above_bar(view), .color = field_color(view, card)});
  if (areas.balloon.w > 0) append(items, balloon(view, areas));
  scene::Column column(areas.words);
  std::vector<scene::Item> code;
  if (with_code && areas.side.w <= 0) {
    code = link_block(view, card.link, column.take_from_end(code_size_mm(view.content.settings)));
    column.skip_from_end(measures(view).gap);
  }
  AskWords words = question_in(view, text, question, column.rest());
  const double spare = std::max(0.0, column.room() - words.height());
  column.skip(view.large() ? spare / 2 : std::clamp(above_words(view, areas, words), 0.0, spare));
  const TextRole role = view.large() ? TextRole::label : TextRole::body;
  const double gap = words.gap;
  add_text(items, view, column, {std::move(words.heading), role, view.large() ? colors.ink : colors.accent});
  column.skip(gap);
  add_text(items, in_language_of(text, view), column, {std::move(words.question), words.role, colors.ink});
  if (areas.side.w > 0) append(items, side_items(view, card, text, areas.side));
  if (view.large()) append(items, beside_words(view, card, text, std::nullopt, areas.large));
  append(items, std::move(code));
  append(items, ask_foot(view, card, areas.foot));
  return items;
}

}  // namespace anteroom::screens
