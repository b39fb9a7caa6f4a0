#include "screens/words_block.h"

#include <algorithm>
#include <array>

#include "scene/rules.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// What a topic and its title take up of their boxes, in heights of their capitals: the topic's whole box, and the
// title's box down to its baseline. Both together are enough for every language that ships. Measured on Inter and
// Noto Sans (Arabic, CJK, Gurmukhi).
constexpr double label_caps = 1.98, title_caps = 1.375;
// Of ordinary words, whose place decides where titles are: the lines of their title and lead.
constexpr double lead_gap = 1.1;  // between title and lead, in gaps (see Measures)
constexpr double ordinary_title_lines = 2, ordinary_lead_lines = 6, ordinary_lead_lines_portrait = 4;

// The title's layout, as large as possible without being higher than `height_mm` or cutting a word; if no size does
// that, in the smallest one.
text::Layout fit_title(const View& view, const std::string& title, double width_mm, double height_mm,
                       double times = 1) {
  const TypeScale type = type_scale(view);
  text::Style style = type.title;
  style.size_mm *= times;
  if (view.role() == Role::wall) return text::lay_out(title, style, width_mm, view.fonts);  // already the minimum
  const double largest = style.size_mm * (view.portrait() ? 1.2 : 1);
  text::Layout layout;
  for (const double factor : std::array{1.0, 0.9, 0.8, 0.7, 0.62}) {
    style.size_mm = std::max(largest * factor, type.body.size_mm * least_title_ratio);
    layout = text::lay_out(title, style, width_mm, view.fonts);
    if (layout.height_mm <= height_mm && !layout.has_broken_word()) break;
  }
  return layout;
}

double first_baseline(const text::Layout& layout) {
  return layout.lines.empty() ? 0 : layout.lines.front().baseline_mm;
}

// How far the first baseline of titles is below the top of their words, topic included.
double title_depth(const View& view, bool with_topic) {
  const TypeScale type = type_scale(view);
  const double title = title_caps * cap_height_mm(view, type.title) * (view.portrait() ? 1.2 : 1);
  return with_topic ? label_caps * cap_height_mm(view, type.topic) + topic_gap * measures(view).gap + title : title;
}

}  // namespace

double ordinary_height(const View& view) {
  const TypeScale type = type_scale(view);
  constexpr double em = 1 / 0.73;  // of a capital's height
  const double title = cap_height_mm(view, type.title) * em * type.title.leading * (view.portrait() ? 1.2 : 1);
  const double body = cap_height_mm(view, type.body) / body_times(view) * em * type.body.leading;
  const double lead_lines = view.portrait() ? ordinary_lead_lines_portrait : ordinary_lead_lines;
  const double topic = label_caps * cap_height_mm(view, type.topic) + topic_gap * measures(view).gap;
  const double above_lead = lead_gap * measures(view).gap;
  return (view.large() ? 0 : topic) + ordinary_title_lines * title + above_lead + lead_lines * body;
}

namespace {

// words_block with a lead in letters `times` the size of body text.
WordsBlock block_of(const View& view, const CardText& text, const std::string& lead, const scene::Rect& area,
                    double spare_mm, double times, const WordsStyle& style) {
  const View own = in_language_of(text, view);
  TypeScale type = type_scale(own);
  type.body.size_mm *= times;
  const scene::palette::Colors& colors = view.colors();
  const double above_title = topic_gap * measures(view).gap, above_lead = lead_gap * measures(view).gap;
  text::Layout mark = language_mark(view, text, area.w);
  const double below_mark = mark.lines.empty() ? 0 : measures(view).gap;
  text::Layout topic = view.large() ? text::Layout{} : text::lay_out(text.topic, type.topic, area.w, view.fonts);
  const double above = mark.height_mm + below_mark + topic.height_mm + (view.large() ? 0 : above_title);
  text::Layout body = lay_out_body(own, lead, type.body, area.w);
  const double below = body.lines.empty() ? 0 : above_lead + body.height_mm;
  const double left = area.h - above - below;
  text::Layout title = fit_title(own, text.title, area.w, left);

  const double wanted = std::max(above, title_depth(view, !view.large()) + spare_mm - first_baseline(title));
  const double lowest = area.h - below - title.height_mm;
  const double title_top = std::max(above, std::min(wanted, lowest));
  WordsBlock block;
  const bool stands_out = title.style.size_mm > least_title_ratio * type.body.size_mm - 1e-6;
  block.fits =
      stands_out && wanted <= lowest && !topic.has_broken_word() && !title.has_broken_word() && !body.has_broken_word();
  scene::Column column(area);
  column.skip(title_top - above);
  const scene::Color ink = style.ink.value_or(colors.ink);
  add_text(block.items, view, column, {std::move(mark), TextRole::label, ink});
  column.skip(below_mark);
  add_text(block.items, own, column, {std::move(topic), TextRole::label, style.topic.value_or(colors.accent)});
  column.skip_to(area.y + title_top);
  add_text(block.items, own, column, {std::move(title), TextRole::title, ink});
  column.skip(above_lead);
  add_text(block.items, own, column, {std::move(body), TextRole::body, ink});
  return block;
}

}  // namespace

WordsBlock words_block(const View& view, const CardText& text, const std::string& lead, const scene::Rect& area,
                       double spare_mm, const WordsStyle& style) {
  if (style.lead_is_fixed) return block_of(view, text, lead, area, spare_mm, style.lead_times, style);
  for (const double times : {style.lead_times, 1.42, 1.35, 1.28, 1.2, 1.15, 1.1, 1.05}) {
    if (times > style.lead_times || times <= 1) continue;
    WordsBlock block = block_of(view, text, lead, area, spare_mm, times, style);
    if (block.fits) return block;
  }
  return block_of(view, text, lead, area, spare_mm, 1, style);
}

std::vector<scene::Item> heading(const View& view, const std::string& topic, const std::string& title,
                                 scene::Column& column, double max_title_mm, HeadingStyle style) {
  std::vector<scene::Item> items;
  text::Layout above = text::lay_out(topic, type_scale(view).label, column.width(), view.fonts);
  text::Layout main = fit_title(view, title, column.width(), max_title_mm, style.times);
  const TypeScale type = type_scale(view);
  // Where letters are large, screens without a topic have no room to keep for one.
  const double label = topic.empty() && view.large() ? 0 : label_caps * cap_height_mm(view, type.label);
  const double depth = label + title_caps * cap_height_mm(view, type.title) * style.most;
  const double rest = depth - first_baseline(main) - above.height_mm;
  add_text(items, view, column, {std::move(above), TextRole::label, style.topic.value_or(view.colors().accent)});
  column.skip(std::max(0.0, rest));
  add_text(items, view, column, {std::move(main), TextRole::title, style.title.value_or(view.colors().ink)});
  return items;
}

}  // namespace anteroom::screens
