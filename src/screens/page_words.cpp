#include "screens/page_words.h"

#include <algorithm>

#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// Of the height of the words' area, what an ordinary page leaves empty above its heading, and where words end at least.
constexpr double usual_top = 0.14, least_end = 0.6;

}  // namespace

PageHeading::PageHeading(const View& view, const View& view_of_above, const std::string& above,
                         const std::string& title, double width_mm)
    : view_(view) {
  const TypeScale type = type_scale(view);
  const double gap = measures(view).gap;
  if (!view.large()) {
    above_ = text::lay_out(above, type_scale(view_of_above).label, width_mm, view.fonts);
    gap_ = topic_gap * gap;
  }
  // As large as on the card's front, unless that cuts a word.
  text::Style style = type.title;
  const double least = type.body.size_mm * least_title_ratio;
  style.size_mm = std::max(least, style.size_mm);
  title_ = text::lay_out(title, style, width_mm, view.fonts);
  while (title_.has_broken_word() && style.size_mm > least) {
    style.size_mm = std::max(least, 0.9 * style.size_mm);
    title_ = text::lay_out(title, style, width_mm, view.fonts);
  }
  below_ = 0.8 * gap;
  height_ = above_.height_mm + gap_ + title_.height_mm + below_;
}

std::vector<scene::Item> PageHeading::take_from(scene::Column& column) const {
  const scene::palette::Colors& colors = view_.colors();
  std::vector<scene::Item> items;
  add_text(items, view_, column, {above_, TextRole::label, colors.accent});
  column.skip(gap_);
  add_text(items, view_, column, {title_, TextRole::title, colors.ink});
  column.skip(below_);
  return items;
}

std::vector<scene::Item> page_words(const View& view, const PageHeading& heading, const std::string& body,
                                    const scene::Rect& area) {
  text::Layout text = lay_out_body(view, body, type_scale(view).body, area.w);
  const double height = heading.height() + text.height_mm;
  const double wanted = std::max(view.large() ? 0 : usual_top * area.h, least_end * area.h - height);
  scene::Column column(area);
  column.skip(std::clamp(wanted, 0.0, std::max(0.0, area.h - height)));
  std::vector<scene::Item> items = heading.take_from(column);
  add_text(items, view, column, {std::move(text), TextRole::body, view.colors().ink});
  return items;
}

}  // namespace anteroom::screens
