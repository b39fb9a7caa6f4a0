#include "screens/page_words.h"

#include <algorithm>
#include <array>

#include "screens/continuation.h"
#include "screens/detail_parts.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// How far the title's first baseline is below the top of the words, in heights of the area: in landscape so that a page
// of two lines ends below its middle. Below a picture the words are in the page's lower half already.
constexpr double title_share = 0.254, title_share_portrait = 0.173;

// The sizes of text, to that of body text: from the largest, with which a short text fills its page, down to the least
// legible one (docs/standards.md, Size and legibility), of which body text has a reserve of 12 %. Where even that has
// no room the title is higher, and only then a page is split.
constexpr std::array sizes{1.5, 1.42, 1.34, 1.26, 1.18, 1.12, 1.06, 1.0, 0.95, 0.9};

text::Style text_style(const View& view, double times) {
  text::Style style = type_scale(view).body;
  style.size_mm *= times;
  return style;
}

}  // namespace

PageHeading::PageHeading(const View& view, const View& view_of_above, const std::string& above,
                         const std::string& title, double width_mm, double times)
    : view_(view) {
  if (view.large() && title.empty()) return;
  const TypeScale type = type_scale(view);
  const double gap = measures(view).gap;
  if (!view.large()) {
    above_ = text::lay_out(above, type_scale(view_of_above).topic, width_mm, view.fonts);
    gap_ = topic_gap * gap;
  }
  // As large as on the card's front, unless that cuts a word.
  text::Style style = type.title;
  const double least = std::max(1.0, times) * type.body.size_mm * least_title_ratio;
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
      const PageHeading heading(view, view, above, page.title, area.w, times);
      return holds(view, heading, page.body, at_line ? page_room(view, heading, area) : area, times);
    });
  };
  for (const bool at_line : {true, false}) {
    for (const double times : sizes) {
      if (all_hold(times, at_line)) return times;
    }
  }
  return 1;
}

double page_times(const View& view, const std::string& above, const TitledText& page, const scene::Rect& area,
                  double times) {
  constexpr double most = 1.3, filled = 0.86;
  double found = times;
  for (const double larger : sizes) {
    if (larger <= times || larger > most * times) continue;
    const PageHeading heading(view, view, above, page.title, area.w, larger);
    scene::Rect room = page_room(view, heading, area);
    room.h *= filled;
    if (!holds(view, heading, page.body, room, larger)) continue;
    found = larger;
    break;
  }
  return found;
}

std::vector<scene::Item> page_words(const View& view, const PageHeading& heading, const std::string& body,
                                    const scene::Rect& area, double times, Piece piece) {
  const auto set = [&](double size) { return Body(view, body, text_style(view, size), area.w, piece); };
  // A word that is wider than the page is set smaller rather than cut.
  constexpr double smaller = 0.9;
  for (int tries = 2; tries > 0 && set(times).has_broken_word(); --tries) times *= smaller;
  const Body text = set(times);
  const double spare = std::max(0.0, area.h - heading.height() - text.height());
  scene::Column column(area);
  // Without a heading words are in the middle of the page, as its picture is.
  const double above = heading.height() > 0 ? page_room(view, heading, area).y - area.y : spare / 2;
  column.skip(std::clamp(above, 0.0, spare));
  std::vector<scene::Item> items = heading.take_from(column);
  append(items, text.take_from(column));
  if (piece != Piece::goes_on || items.empty()) return items;
  const auto* last = std::get_if<scene::Text>(&items.back());
  if (last != nullptr && !last->layout.lines.empty()) items.emplace_back(continuation(view, *last));
  return items;
}

}  // namespace anteroom::screens
