#include "screens/page_words.h"

#include <algorithm>
#include <array>

#include "screens/body_block.h"
#include "screens/detail_parts.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// How far the title's first baseline is below the top of the words, in heights of the area: in landscape so that a page
// of two lines ends below its middle. Below a picture the words are in the page's lower half already.
constexpr double title_share = 0.254, title_share_portrait = 0.16;
constexpr double least_end_large = 0.6;

// Smaller sizes of text than the usual one, to that of body text: down to the least legible one (docs/standards.md,
// Size and legibility), of which body text has a reserve of 12 %. Where even that has no room the title is higher, and
// only then a page is split.
constexpr std::array smaller_sizes{1.12, 1.06, 1.0, 0.95, 0.9};

// The usual size of text on pages, to that of body text: so large that nearly all pages that ship hold it. A Chinese
// text is so short that it may be larger.
double usual_times(const View& view) {
  constexpr double beside_picture = 1.06, below_picture = 1.12, of_chinese = 1.2;
  if (view.language == "zh" || view.language.starts_with("zh-")) return of_chinese;
  return view.portrait() ? below_picture : beside_picture;
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
    above_ = text::lay_out(above, type_scale(view_of_above).topic, width_mm, view.fonts);
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

double PageHeading::baseline_mm() const {
  return above_.height_mm + gap_ + (title_.lines.empty() ? 0 : title_.lines.front().baseline_mm);
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

double title_line(const View& view) {
  const scene::Rect area = detail_areas(view, false).words;
  return area.y + (view.portrait() ? title_share_portrait : title_share) * area.h;
}

scene::Rect page_room(const View& view, const PageHeading& heading, const scene::Rect& area) {
  if (view.large()) return area;
  scene::Column column(area);
  column.skip_to(title_line(view) - heading.baseline_mm());
  return column.rest();
}

bool holds(const View& view, const PageHeading& heading, const std::string& body, const scene::Rect& area,
           double times) {
  const text::Style style = text_style(view, times);
  const Body text(view, body, style, area.w);
  const bool stands_out = heading.title_mm() >= least_title_ratio * style.size_mm - 1e-6;
  return stands_out && !text.has_broken_word() && heading.height() + text.height() <= area.h;
}

double text_times(const View& view, const std::string& above, const std::vector<TitledText>& pages,
                  const scene::Rect& area) {
  if (view.large()) return 1;
  const auto all_hold = [&](double times, bool at_line) {
    return std::all_of(pages.begin(), pages.end(), [&](const TitledText& page) {
      const PageHeading heading(view, view, above, page.title, area.w);
      return holds(view, heading, page.body, at_line ? page_room(view, heading, area) : area, times);
    });
  };
  const double usual = usual_times(view);
  if (all_hold(usual, true)) return usual;
  for (const bool at_line : {true, false}) {
    for (const double times : smaller_sizes) {
      if (times < usual && all_hold(times, at_line)) return times;
    }
  }
  return 1;
}

std::vector<scene::Item> page_words(const View& view, const PageHeading& heading, const std::string& body,
                                    const scene::Rect& area, double times) {
  const auto set = [&](double size) { return Body(view, body, text_style(view, size), area.w); };
  // A word that is wider than the page is set smaller rather than cut.
  constexpr double smaller = 0.9;
  for (int tries = 2; tries > 0 && set(times).has_broken_word(); --tries) times *= smaller;
  const Body text = set(times);
  const double spare = std::max(0.0, area.h - heading.height() - text.height());
  const double usual =
      view.large() ? spare - (1 - least_end_large) * area.h : page_room(view, heading, area).y - area.y;
  scene::Column column(area);
  column.skip(std::clamp(usual, 0.0, spare));
  std::vector<scene::Item> items = heading.take_from(column);
  append(items, text.take_from(column));
  return items;
}

}  // namespace anteroom::screens
