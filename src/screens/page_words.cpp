#include "screens/page_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "screens/body_block.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// Of the height of the words' area: what pages leave empty above their headings at most, and where the words of the
// shortest one end at least.
constexpr double most_top = 0.24, least_end_large = 0.6;
// Below a picture the words are in the page's lower half already.
double least_end(const View& view) {
  return view.portrait() ? 0.45 : 0.64;
}

// The sizes of text, to that of body text: larger as far as the title stays the largest, and down to the least legible
// size (docs/standards.md, Size and legibility), of which body text has a reserve of 12 %, before a page is split.
constexpr std::array text_sizes{1.36, 1.28, 1.2, 1.12, 1.06, 1.0, 0.95, 0.9};

// The next five sizes above `times`.
std::vector<double> short_text_sizes(double times) {
  std::vector<double> sizes;
  for (std::size_t i = text_sizes.size(); i-- > 0 && sizes.size() < 5;) {
    if (text_sizes[i] > times) sizes.push_back(text_sizes[i]);
  }
  return sizes;
}

text::Style text_style(const View& view, double times) {
  text::Style style = type_scale(view).body;
  style.size_mm *= times;
  return style;
}

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

PageLook page_look(const View& view, const std::string& above, const std::vector<TitledText>& pages,
                   const scene::Rect& area) {
  if (view.large()) return {};
  std::optional<PageLook> fitting;
  int fit = 0;
  for (const double times : text_sizes) {
    double highest = 0, lowest = area.h;
    bool fits = true;
    const text::Style style = text_style(view, times);
    for (const TitledText& page : pages) {
      const PageHeading heading(view, view, above, page.title, area.w);
      const Body body(view, page.body, style, area.w);
      highest = std::max(highest, heading.height() + body.height());
      lowest = std::min(lowest, heading.height() + body.height());
      fits = fits && !body.has_broken_word() && heading.title_mm() >= least_title_ratio * style.size_mm - 1e-6;
    }
    if (!fits || highest > area.h) continue;
    const double spare = area.h - highest, wanted = least_end(view) * area.h - lowest;
    const double usual = std::min(most_top * area.h, spare / 2);
    const PageLook look{.times = times, .top_mm = std::clamp(std::max(usual, wanted), 0.0, spare)};
    if (wanted <= spare) return look;  // the shortest page reaches the middle, too
    // Else the second largest size leaves room above, and page_words sets the shortest page larger.
    if (++fit <= 2) fitting = look;
    if (times <= 1) break;
  }
  return fitting.value_or(PageLook());
}

std::vector<scene::Item> page_words(const View& view, const PageHeading& heading, const std::string& body,
                                    const scene::Rect& area, const PageLook& look) {
  const auto set = [&](double times) { return Body(view, body, text_style(view, times), area.w); };
  const auto height_with = [&](double times) { return heading.height() + set(times).height(); };
  double times = height_with(look.times) <= area.h ? look.times : 1;
  double top = look.top_mm;
  if (view.large()) {
    top = std::max(0.0, least_end_large * area.h - height_with(times));
  } else if (top + height_with(times) < least_end(view) * area.h) {
    // What would leave half of the page empty is larger, as far as the card's other pages look alike.
    for (const double larger : short_text_sizes(times)) {
      const bool stands_out = heading.title_mm() >= least_title_ratio * text_style(view, larger).size_mm - 1e-6;
      if (stands_out && top + height_with(larger) <= area.h && !set(larger).has_broken_word()) times = larger;
    }
  }
  // A word that is wider than the page is set smaller rather than cut.
  constexpr double smaller = 0.9;
  for (int tries = 2; tries > 0 && set(times).has_broken_word(); --tries) times *= smaller;
  const Body text = set(times);
  const double spare = std::max(0.0, area.h - heading.height() - text.height());
  scene::Column column(area);
  column.skip(std::clamp(top, 0.0, spare));
  std::vector<scene::Item> items = heading.take_from(column);
  append(items, text.take_from(column));
  return items;
}

}  // namespace anteroom::screens
