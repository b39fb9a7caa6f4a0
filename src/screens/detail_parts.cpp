#include "screens/detail_parts.h"

#include <algorithm>

#include "language/dates.h"
#include "language/sentences.h"
#include "model/state.h"
#include "screens/code_size.h"
#include "screens/exhibit_page.h"
#include "screens/loop_card.h"
#include "screens/page_breaks.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

constexpr double side_share = 0.4;        // of the screen's width, for the column beside the words
constexpr double page_title_ratio = 0.8;  // to the title of a front

double body_height(const View& view, const std::string& body, double width_mm) {
  return lay_out_body(view, body, type_scale(view).body, width_mm).height_mm;
}

// Adds `body` as screenfuls like `like` that fit into the rest of `column`, counting on from its part.
void add_pieces(const View& view, DetailPart like, const std::string& body, const scene::Column& column,
                std::vector<DetailPart>& parts) {
  for (std::string& piece : split_body(view, body, column.width(), column.room())) {
    like.body = std::move(piece);
    parts.push_back(like);
    ++like.part;
  }
}

std::size_t next_part(const std::vector<DetailPart>& parts, std::size_t page) {
  return !parts.empty() && parts.back().page == page ? parts.back().part + 1 : 0;
}

// How high the source is, and the link's code, each with the gap above it.
double foot_height(const View& view, const Card& card, double width_mm) {
  const double gap = measures(view).gap;
  const double source = source_layout(view, width_mm).height_mm + gap;
  return card.link.empty() ? source : source + code_size_mm(view.content.settings) + gap;
}

}  // namespace

DetailAreas detail_areas(const View& view) {
  const double gap = measures(view).gap;
  const scene::Rect page = page_area(view, 0.6 * gap);
  if (view.large()) return {.side = {}, .words = page};
  if (view.portrait()) {
    scene::Column column(page, gap);
    const scene::Rect side = column.take_from_end(page.h / 2);
    return {.side = side, .words = column.rest()};
  }
  const auto [side, words] = halves(view, page, side_share);
  return {.side = side, .words = words};
}

text::Layout source_layout(const View& view, double width_mm) {
  const Pack& pack = view.content.pack;
  const InterfaceWords& words = view.words();
  const auto at = std::find(pack.languages.begin(), pack.languages.end(), view.language);
  const auto index = static_cast<std::size_t>(at - pack.languages.begin());
  std::string line;
  if (index < pack.source.size()) line = words.say("source", {{"source", pack.source[index]}}) + "\n";
  if (pack.review.on.ok()) {
    line += words.say("reviewed", {{"date", language::long_date(pack.review.on, view.locale())}}) +
            language::between_sentences(view.language);
  }
  line += words.say("information");
  text::Style small = type_scale(view).label;
  small.weight = text::Weight::regular;
  small.paragraph_gap = 0;
  return text::lay_out(line, small, width_mm, view.fonts);
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

// The question under its heading.
struct Ask {
  text::Layout head, question;
  double pad = 0;  // around them

  Ask(const View& view, const CardText& text, double width_mm) : pad(measures(view).gap) {
    const View own = in_language_of(text, view);
    const double inner = width_mm - 2 * pad;
    head = text::lay_out(view.say("ask"), type_scale(view).label, inner, view.fonts);
    question = lay_out_body(own, text.ask, type_scale(own).body, inner);
  }
  double height() const { return head.height_mm + question.height_mm + 2 * pad; }
};

}  // namespace

double ask_height(const View& view, const CardText& text, double width_mm) {
  return Ask(view, text, width_mm).height();
}

std::vector<scene::Item> ask_panel(const View& view, const CardText& text, scene::Column& column) {
  Ask words(view, text, column.width());
  const scene::palette::Colors& colors = view.colors();
  const scene::Rect panel = column.take_from_end(words.height());
  scene::Column inside(panel.inset(words.pad));
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = panel, .color = colors.panel, .radius_mm = words.pad});
  add_text(items, view, inside, {std::move(words.head), TextRole::label, colors.ink});
  add_text(items, in_language_of(text, view), inside, {std::move(words.question), TextRole::body, colors.ink});
  return items;
}

namespace {

// What is below a page's heading.
scene::Column below_heading(const View& view, const std::string& above, const std::string& title,
                            const scene::Rect& area) {
  scene::Column column(area);
  page_heading(view, above, title, column);
  return column;
}

// True if the question has room beside the text of the last of `parts`.
bool asks_beside(const View& view, const Card& card, const CardText& text, const scene::Rect& side,
                 const std::vector<DetailPart>& parts) {
  return !parts.empty() && parts.back().kind == DetailKind::text &&
         foot_height(view, card, side.w) + ask_height(view, text, side.w) <= side.h;
}

// The question and the source after everything else.
void add_end(const View& view, const Card& card, const CardText& text, const DetailAreas& areas,
             std::vector<DetailPart>& parts) {
  if (!view.large()) {
    if (text.ask.empty()) return;
    // The question is beside the last text; where it has no room there, on a screen of its own.
    if (asks_beside(view, card, text, areas.side, parts)) {
      parts.back().ask = true;
      return;
    }
  }
  const std::size_t page = parts.empty() ? 0 : parts.back().page;
  if (!text.ask.empty()) {
    const scene::Column column = below_heading(view, text.title, view.say("ask"), areas.words);
    const View own = in_language_of(text, view);
    add_pieces(own, {.kind = DetailKind::ask, .page = page, .part = next_part(parts, page)}, text.ask, column, parts);
    const double used = body_height(own, parts.back().body, column.width());
    parts.back().source = view.large() && used + foot_height(view, card, column.width()) <= column.room();
  }
  if (view.large() && !(!parts.empty() && parts.back().source)) {
    parts.push_back({.kind = DetailKind::source, .page = page, .part = next_part(parts, page)});
  }
}

}  // namespace

std::vector<DetailPart> detail_parts(const View& view, const Card& card, const CardText& text,
                                     std::optional<std::size_t> shown) {
  const DetailAreas areas = detail_areas(view);
  const View own = in_language_of(text, view);
  std::vector<DetailPart> parts;
  const auto add = [&](DetailPart like, const std::string& above, const std::string& title, const std::string& body) {
    like.part = next_part(parts, like.page);
    add_pieces(own, like, body, below_heading(own, above, title, areas.words), parts);
  };
  std::size_t page = 0;
  if (!front_plan(view, card, text).whole_lead) add({.kind = DetailKind::lead}, text.topic, text.title, text.lead);
  if (!std::holds_alternative<std::monostate>(card.exhibit)) {
    parts.push_back({.kind = DetailKind::exhibit, .part = next_part(parts, 0)});
    if (!tells_beside(view, card, text) && (shown || !invites_beside(view, card, text))) {
      add({.kind = DetailKind::explanation}, text.title, exhibit_heading(text, shown), exhibit_caption(text, shown));
    }
    ++page;
  }
  for (std::size_t i = 0; i < text.pages.size(); ++i, ++page) {
    add({.kind = DetailKind::text, .page = page, .text = i}, text.title, text.pages[i].title, text.pages[i].text);
  }
  add_end(view, card, text, areas, parts);
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
