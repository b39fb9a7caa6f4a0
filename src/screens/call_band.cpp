#include "screens/call_band.h"

#include <algorithm>
#include <utility>

namespace anteroom::screens {

namespace {

constexpr double band_share = 0.18;       // of the screen's shorter side
constexpr double digits_share = 0.72;     // of the band's height
constexpr double digit_height_em = 0.72;  // as high as those of the fonts in assets/fonts.toml, within a twentieth
constexpr double band_share_large = 0.2;  // beside large titles, for scripts whose letters are high

}  // namespace

double call_band_height(const View& view) {
  const Screen& screen = view.screen();
  text::Style least = type_scale(view).title;
  least.leading = 1;
  // On what a notice leaves of the screen the letters are no smaller, and in some scripts higher than the share.
  const double line = text::lay_out_tight("0", least, screen.width_mm, view.fonts).height_mm;
  return std::max((view.large() ? band_share_large : band_share) * std::min(screen.width_mm, screen.height_mm), line);
}

// Never the colour of what can be touched, which in high contrast is yellow.
scene::Color call_ground() {
  return scene::palette::coral;
}

scene::Color call_ink() {
  return scene::palette::white;
}

namespace {

// The telephone's size and the gap behind it, in shares of the digits' size.
constexpr double telephone_share = 0.8, telephone_gap = 0.2;

// How much air is left of what is drawn in the telephone's icon, of its width, and before digits, of their size:
// without it both begin at one edge with the words on the screen.
constexpr double icon_air = 0.09, icon_air_mirrored = 0.12, digit_air = 0.05;

// The number in letters of `style`, as large as fits into `area` behind its telephone, but not larger than `digits_mm`.
text::Layout largest_number(const View& view, const std::string& words, text::Style style, const scene::Rect& area,
                            double digits_mm) {
  const double least = style.size_mm;
  style.leading = 1;  // of one line, whose box is not to be higher than the band in any script
  text::Layout layout = text::lay_out_tight(words, style, 1000 * area.w, view.fonts);
  const double wide = layout.width_mm / style.size_mm;
  const double asked = digits_mm * style.size_mm / cap_height_mm(view, style);
  style.size_mm = std::max(least, std::min(asked, area.w / (wide + telephone_share + telephone_gap)));
  const auto set = [&] {
    layout = text::lay_out_tight(words, style, area.w - (telephone_share + telephone_gap) * style.size_mm, view.fonts);
  };
  set();
  while (style.size_mm > least && (layout.lines.size() > 1 || layout.has_broken_word() || layout.height_mm > area.h)) {
    style.size_mm = std::max(least, 0.96 * style.size_mm);
    set();
  }
  return layout;
}

}  // namespace

std::vector<scene::Item> call_band(const View& view, const std::string& number, const scene::Rect& band,
                                   const CallStyle& call) {
  const scene::Color ink = call_ink();
  // The number begins where words do on the screen. At its end it may be nearer to the edge.
  const double margin = measures(view).margin, end = std::min(margin, 0.06 * band.w);
  // Digits of Latin letters have one height in all languages, and their lines leave them in the middle of the band.
  View of_digits = view;
  if (std::all_of(number.begin(), number.end(), [](unsigned char c) { return c < 0x80; })) of_digits.language = "en";
  // In a right-to-left text the groups of a number would change places.
  const bool turns = text::is_right_to_left(view.language);
  const std::string words = turns ? "\u2068" + number + "\u2069" : number;
  scene::Row whole(band, view.reading());
  whole.take(margin);
  whole.take_from_end(end);
  const scene::Rect inside = whole.rest();
  text::Layout layout = largest_number(of_digits, words, type_scale(of_digits).title, inside,
                                       call.digits_mm.value_or(digits_share * band.h));
  layout.style.language = view.language;  // of the voice that reads it
  std::vector<scene::Item> items;
  const double edge_mm = view.high_contrast ? contrast_line_mm : 0;  // coral on black is hardly seen without
  if (!call.is_bare)
    items.emplace_back(scene::Fill{.box = band, .color = call_ground(), .edge_mm = edge_mm, .edge = ink});
  const double size = layout.style.size_mm, icon = telephone_share * size, gap = telephone_gap * size;
  const bool to_left = view.reading() == scene::Direction::left_to_right;
  scene::Row row(inside, view.reading(), gap);
  scene::Rect at = scene::centred({icon, icon}, row.take(icon));
  at.x += (to_left ? -icon_air : icon_air_mirrored) * icon;
  items.emplace_back(scene::Picture{.box = at, .file = view.icon("call"), .tint = ink});
  scene::Text digits = text_in(view, row.rest(), {std::move(layout), scene::TextRole::title, ink});
  digits.box.x += (to_left ? -digit_air : digit_air) * size;
  // The digits are in the middle, as far as the band allows, not the line, in which scripts have other places for them.
  const double baseline = digits.layout.lines.empty() ? 0 : digits.layout.lines.front().baseline_mm;
  const double foot = band.y + (band.h + digit_height_em * size) / 2;
  digits.box.y = std::max(band.y, std::min(foot - baseline, band.bottom() - digits.box.h));
  items.emplace_back(std::move(digits));
  return items;
}

std::vector<scene::Item> take_call_band(const View& view, const Card& card, const CardText& text, scene::Column& side) {
  if (!card.is_urgent || text.emergency.empty()) return {};
  return call_band(in_language_of(text, view), text.emergency, side.take_from_end(call_band_height(view)));
}

}  // namespace anteroom::screens
