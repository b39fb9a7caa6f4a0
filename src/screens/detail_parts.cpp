#include "screens/detail_parts.h"

#include <algorithm>

#include "language/dates.h"
#include "language/sentences.h"
#include "model/state.h"
#include "screens/code_size.h"
#include "screens/exhibit_page.h"
#include "screens/loop_card.h"
#include "screens/page_breaks.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

double body_height(const View& view, const std::string& body, double width_mm) {
  return lay_out_body(view, body, type_scale(view).body, width_mm).height_mm;
}

// Adds `body` as screenfuls of `kind` that have `room`, counting on from `part`.
void add_pieces(const View& view, DetailPart like, const std::string& body, double width, double room,
                std::vector<DetailPart>& parts) {
  for (std::string& piece : split_body(view, body, width, room)) {
    like.body = std::move(piece);
    parts.push_back(like);
    ++like.part;
  }
}

std::size_t next_part(const std::vector<DetailPart>& parts, std::size_t page) {
  return !parts.empty() && parts.back().page == page ? parts.back().part + 1 : 0;
}

// How high the source is, with what parts it from the words above it and the link's code.
double foot_height(const View& view, const Card& card, double width_mm) {
  const double gap = measures(view).gap;
  const double source = source_layout(view, width_mm).height_mm + gap;
  return card.link.empty() ? source : source + code_size_mm(view.content.settings) + gap;
}

}  // namespace

DetailAreas detail_areas(const View& view) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm;
  const double height = view.bottom() - space.bar - space.margin - 0.6 * space.gap;
  if (view.large()) return {{}, {space.margin, space.margin, width - 2 * space.margin, height}};
  if (view.portrait()) {
    const double inner = width - 2 * space.margin;
    return {{space.margin, space.margin + height * 0.5, inner, height * 0.5},
            {space.margin, space.margin, inner, height * 0.5 - space.gap}};
  }
  return {{space.margin, space.margin, width * 0.4 - 1.5 * space.margin, height},
          {width * 0.4 + 0.5 * space.margin, space.margin, width * 0.6 - 1.5 * space.margin, height}};
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

PageHeading page_heading(const View& view, const std::string& above, const std::string& title,
                         const scene::Rect& column) {
  const TypeScale type = type_scale(view);
  const double gap = measures(view).gap;
  text::Style style = type.title;
  style.size_mm = std::max(style.size_mm * 0.8, type.body.size_mm);
  PageHeading heading{{}, column.y};
  const auto add = [&](text::Layout layout, TextRole role, scene::Color ink, double space) {
    const double height = layout.height_mm;
    if (height > 0) heading.items.emplace_back(text_at(column.x, heading.bottom, std::move(layout), role, ink));
    heading.bottom += height + space;
  };
  const scene::palette::Colors& colors = view.colors();
  if (!view.large())
    add(text::lay_out(above, type.label, column.w, view.fonts), TextRole::label, colors.accent, 0.4 * gap);
  add(text::lay_out(title, style, column.w, view.fonts), TextRole::title, colors.ink, 0.8 * gap);
  return heading;
}

double ask_height(const View& view, const std::string& ask, double width_mm) {
  const TypeScale type = type_scale(view);
  const double pad = measures(view).gap;
  const double inner = width_mm - 2 * pad;
  return text::lay_out(view.say("ask"), type.label, inner, view.fonts).height_mm +
         lay_out_body(view, ask, type.body, inner).height_mm + 2 * pad;
}

std::vector<scene::Item> ask_panel(const View& view, const std::string& ask, const scene::Rect& column, double bottom) {
  const TypeScale type = type_scale(view);
  const double pad = measures(view).gap;
  const double inner = column.w - 2 * pad;
  text::Layout head = text::lay_out(view.say("ask"), type.label, inner, view.fonts);
  text::Layout question = lay_out_body(view, ask, type.body, inner);
  const double height = head.height_mm + question.height_mm + 2 * pad;
  const double top = bottom - height;
  const double question_y = top + pad + head.height_mm;
  const scene::palette::Colors& colors = view.colors();
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{{column.x, top, column.w, height}, colors.panel, pad, 0, {}});
  items.emplace_back(text_at(column.x + pad, top + pad, std::move(head), TextRole::label, colors.ink));
  items.emplace_back(text_at(column.x + pad, question_y, std::move(question), TextRole::body, colors.ink));
  return items;
}

namespace {

// The question and the source behind everything else.
void add_end(const View& view, const Card& card, const CardText& text, const DetailAreas& areas,
             std::vector<DetailPart>& parts) {
  if (!view.large()) {
    if (text.ask.empty()) return;
    // The question stands beside the last text; where it has no room there, on a screen of its own.
    const bool beside =
        !parts.empty() && parts.back().kind == DetailKind::text &&
        foot_height(view, card, areas.side.w) + ask_height(view, text.ask, areas.side.w) <= areas.side.h;
    if (beside) {
      parts.back().ask = true;
      return;
    }
  }
  const std::size_t page = parts.empty() ? 0 : parts.back().page;
  if (!text.ask.empty()) {
    const double top = page_heading(view, text.title, view.say("ask"), areas.words).bottom;
    add_pieces(view, {DetailKind::ask, page, next_part(parts, page), 0, {}}, text.ask, areas.words.w,
               areas.words.bottom() - top, parts);
    const double used = body_height(view, parts.back().body, areas.words.w);
    parts.back().source = view.large() && used + foot_height(view, card, areas.words.w) <= areas.words.bottom() - top;
  }
  if (view.large() && !(!parts.empty() && parts.back().source)) {
    parts.push_back({DetailKind::source, page, next_part(parts, page), 0, {}});
  }
}

}  // namespace

std::vector<DetailPart> detail_parts(const View& view, const Card& card, const CardText& text,
                                     std::optional<std::size_t> shown) {
  const DetailAreas areas = detail_areas(view);
  std::vector<DetailPart> parts;
  std::size_t page = 0;
  if (!front_plan(view, card, text).lead) {
    const double top = page_heading(view, text.topic, text.title, areas.words).bottom;
    add_pieces(view, {DetailKind::lead, 0, 0, 0, {}}, text.lead, areas.words.w, areas.words.bottom() - top, parts);
  }
  if (!std::holds_alternative<std::monostate>(card.exhibit)) {
    parts.push_back({DetailKind::exhibit, 0, next_part(parts, 0), 0, {}});
    if (!tells_beside(view, card, text) && (shown || !invites_beside(view, card, text))) {
      const std::string explanation = exhibit_caption(text, shown);
      const double top = page_heading(view, text.title, exhibit_heading(text, shown), areas.words).bottom;
      add_pieces(view, {DetailKind::explanation, 0, next_part(parts, 0), 0, {}}, explanation, areas.words.w,
                 areas.words.bottom() - top, parts);
    }
    ++page;
  }
  for (std::size_t i = 0; i < text.pages.size(); ++i, ++page) {
    const double top = page_heading(view, text.title, text.pages[i].title, areas.words).bottom;
    add_pieces(view, {DetailKind::text, page, next_part(parts, page), i, {}}, text.pages[i].text, areas.words.w,
               areas.words.bottom() - top, parts);
  }
  add_end(view, card, text, areas, parts);
  // A card that has nothing more to say than its front says it once more.
  if (parts.empty()) parts.push_back({DetailKind::lead, 0, 0, 0, text.lead});
  return parts;
}

const std::vector<DetailPart>& DetailPages::of(const View& view, const Card& card, const CardText& text,
                                               std::optional<std::size_t> shown) {
  const Key key{card.id, view.language, view.text_percent, view.reach, view.large() ? shown : std::nullopt};
  if (parts_.empty() || !(key_ == key)) {
    parts_ = detail_parts(view, card, text, shown);
    key_ = key;
  }
  return parts_;
}

}  // namespace anteroom::screens
