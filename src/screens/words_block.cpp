#include "screens/words_block.h"

#include <algorithm>
#include <array>

#include "scene/rules.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// The title's layout, as large as possible without being higher than `height_mm` or cutting a word; if no size does
// that, in the smallest one.
text::Layout fit_title(const View& view, const std::string& title, double width_mm, double height_mm) {
  const TypeScale type = type_scale(view);
  text::Style style = type.title;
  if (view.role() == Role::wall) return text::lay_out(title, style, width_mm, view.fonts);  // already the minimum
  const double largest = style.size_mm * (view.portrait() ? 1.2 : 1);
  text::Layout layout;
  for (const double factor : std::array{1.0, 0.9, 0.8, 0.7, 0.62}) {
    style.size_mm = std::max(largest * factor, type.body.size_mm);
    layout = text::lay_out(title, style, width_mm, view.fonts);
    if (layout.height_mm <= height_mm && !layout.has_broken_word()) break;
  }
  return layout;
}

}  // namespace

WordsBlock words_block(const View& view, const CardText& text, const scene::Rect& area, double at, bool with_lead) {
  const View own = in_language_of(text, view);
  const TypeScale type = type_scale(own);
  const scene::palette::Colors& colors = view.colors();
  const double above_title = topic_gap * measures(view).gap, above_lead = 1.1 * measures(view).gap;
  text::Layout mark = language_mark(view, text, area.w);
  const double below_mark = mark.lines.empty() ? 0 : measures(view).gap;
  text::Layout topic = text::lay_out(text.topic, type.label, area.w, view.fonts);
  text::Layout lead = with_lead ? lay_out_body(own, text.lead, type.body, area.w) : text::Layout{};
  const double left =
      area.h - mark.height_mm - below_mark - topic.height_mm - above_title - above_lead - lead.height_mm;
  text::Layout title = fit_title(own, text.title, area.w, left);

  WordsBlock block;
  block.fits =
      title.height_mm <= left && !topic.has_broken_word() && !title.has_broken_word() && !lead.has_broken_word();
  scene::Column column(area);
  column.skip(std::max(0.0, left - title.height_mm) * at);
  add_text(block.items, view, column, {std::move(mark), TextRole::label, colors.ink});
  column.skip(below_mark);
  add_text(block.items, own, column, {std::move(topic), TextRole::label, colors.accent});
  column.skip(above_title);
  add_text(block.items, own, column, {std::move(title), TextRole::title, colors.ink});
  column.skip(above_lead);
  add_text(block.items, own, column, {std::move(lead), TextRole::body, colors.ink});
  return block;
}

std::vector<scene::Item> heading(const View& view, const std::string& topic, const std::string& title,
                                 scene::Column& column, double max_title_mm) {
  std::vector<scene::Item> items;
  text::Layout above = text::lay_out(topic, type_scale(view).label, column.width(), view.fonts);
  add_text(items, view, column, {std::move(above), TextRole::label, view.colors().accent});
  text::Layout main = fit_title(view, title, column.width(), max_title_mm);
  add_text(items, view, column, {std::move(main), TextRole::title, view.colors().ink});
  return items;
}

}  // namespace anteroom::screens
