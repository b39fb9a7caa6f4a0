#include "screens/call_band.h"

#include <algorithm>
#include <utility>

namespace anteroom::screens {

namespace {

// Of the screen's shorter side: how high the number's digits are, and the band.
constexpr double digits_share = 0.125, digits_share_large = 0.16, band_share = 0.18;
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

double call_row_height(const View& view, double share) {
  return share * std::min(view.screen().width_mm, view.screen().height_mm);
}

// Never the colour of what can be touched, which in high contrast is yellow.
scene::Color call_ground() {
  return scene::palette::coral;
}

scene::Color call_ink() {
  return scene::palette::white;
}

std::vector<scene::Item> call_band(const View& view, const std::string& number, const scene::Rect& band,
                                   const CallStyle& call) {
  const scene::Color ink = call_ink();
  const double margin = std::min(measures(view).margin, 0.06 * band.w);
  // Digits of Latin letters have one height in all languages, and their lines leave them in the middle of the band.
  View of_digits = view;
  if (std::all_of(number.begin(), number.end(), [](unsigned char c) { return c < 0x80; })) of_digits.language = "en";
  text::Style style = type_scale(of_digits).title;
  // In a right-to-left text the groups of a number would change places.
  const bool turns = text::is_right_to_left(view.language);
  const std::string words = turns ? "\u2068" + number + "\u2069" : number;
  const double least = style.size_mm;
  const double digits = call.digits_mm.value_or((view.large() ? digits_share_large : digits_share) *
                                                std::min(view.screen().width_mm, view.screen().height_mm));
  style.size_mm = std::max(least, digits * style.size_mm / cap_height_mm(view, style));
  style.leading = 1;  // of one line, whose box is not to be higher than the band in any script
  const auto icon_mm = [&] { return 0.8 * style.size_mm; };
  const auto room = [&] { return band.w - 2 * margin - 1.3 * icon_mm(); };
  text::Layout layout = text::lay_out_tight(words, style, room(), view.fonts);
  const auto is_inside = [&] {
    return layout.lines.size() <= 1 && !layout.has_broken_word() && layout.height_mm <= band.h;
  };
  while (style.size_mm > least && !is_inside()) {
    style.size_mm = std::max(least, 0.96 * style.size_mm);
    layout = text::lay_out_tight(words, style, room(), view.fonts);
  }
  layout.style.language = view.language;  // of the voice that reads it
  std::vector<scene::Item> items;
  const double edge_mm = view.high_contrast ? 1.2 : 0;  // coral on black is hardly seen without
  if (!call.is_bare)
    items.emplace_back(scene::Fill{.box = band, .color = call_ground(), .edge_mm = edge_mm, .edge = ink});
  const double both = 1.3 * icon_mm() + layout.available_mm;
  const double side = call.is_centred ? std::max(margin, (band.w - both) / 2) : margin;
  scene::Row row(scene::inset(band, side, 0), view.reading(), 0.3 * icon_mm());
  items.emplace_back(scene::Picture{
      .box = scene::centred({icon_mm(), icon_mm()}, row.take(icon_mm())), .file = view.icon("call"), .tint = ink});
  scene::Text digits_text =
      text_in(view, row.rest(), {std::move(layout), scene::TextRole::title, ink}, scene::Align::start);
  // The digits are in the middle, as far as the band allows, not the line, in which scripts have other places for them.
  const double baseline = digits_text.layout.lines.empty() ? 0 : digits_text.layout.lines.front().baseline_mm;
  const double centred = band.y + (band.h + digit_height_em * style.size_mm) / 2 - baseline;
  digits_text.box.y = std::max(band.y, std::min(centred, band.bottom() - digits_text.box.h));
  items.emplace_back(std::move(digits_text));
  return items;
}

std::vector<scene::Item> take_call_band(const View& view, const Card& card, const CardText& text, scene::Column& side) {
  if (!card.is_urgent || text.emergency.empty()) return {};
  return call_band(in_language_of(text, view), text.emergency, side.take_from_end(call_band_height(view)));
}

}  // namespace anteroom::screens
