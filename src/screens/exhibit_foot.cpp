#include "screens/exhibit_foot.h"

#include <utility>

#include "exhibits/tick.h"
#include "screens/view.h"

namespace anteroom::screens {

Foot foot_of(const View& view, const Card& card, const CardText& text, const ExhibitState& state) {
  if (view.large()) return {};
  if (const auto* steps = std::get_if<StepsState>(&state)) {
    return steps->touched ? Foot{} : Foot{text.exhibit.invite, true};
  }
  const auto* spots = std::get_if<HotspotsState>(&state);
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  if (spots == nullptr || hotspots == nullptr) return {};
  return {
      view.say("seen", {{"count", view.number(spots->seen.size())}, {"total", view.number(hotspots->regions.size())}})};
}

namespace {

// A disc for each spot, with a tick in as many as have been seen, `size_mm` high, from the start of `row`.
std::vector<scene::Item> seen_discs(const View& view, const Hotspots& hotspots, const HotspotsState& state,
                                    scene::Row& row, double size_mm) {
  const scene::palette::Colors& colors = view.colors();
  const exhibits::TickColors seen{.disc = colors.chosen, .tick = colors.on_chosen, .edge = colors.chosen};
  const exhibits::TickColors unseen{
      .disc = scene::palette::clear, .tick = scene::palette::clear, .edge = colors.accent};
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < hotspots.regions.size(); ++i) {
    const scene::Rect box = scene::centred({size_mm, size_mm}, row.take(size_mm));
    exhibits::put_tick(items, box, i < state.seen.size() ? seen : unseen);
  }
  return items;
}

}  // namespace

std::vector<scene::Item> foot_row(const View& view, const Card& card, const CardText& text, const ExhibitState& state,
                                  const Foot& foot, const scene::Rect& box) {
  if (foot.words.empty() || box.w <= 0) return {};
  const View own = foot.is_card_text ? in_language_of(text, view) : view;
  const text::Style style = type_scale(own).body;
  text::Layout line = lay_out_body(own, foot.words, style, box.w);
  if (!fits(line, box.h + 1e-6)) return {};
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  const auto* seen = std::get_if<HotspotsState>(&state);
  std::vector<scene::Item> items;
  scene::Row row(box, view.reading(), 2);
  if (hotspots != nullptr && seen != nullptr && line.lines.size() == 1) {
    const double disc = 0.5 * line.height_mm, count = static_cast<double>(hotspots->regions.size());
    if (line.width_mm + count * (disc + 2) + measures(view).gap < box.w) {
      items = seen_discs(view, *hotspots, *seen, row, disc);
      row.take(2);
    }
  }
  const scene::Rect beside = row.rest();
  if (beside.w < box.w) line = lay_out_body(own, foot.words, style, beside.w);
  items.push_back(text_in(own, beside, {std::move(line), scene::TextRole::body, view.colors().ink}));
  return items;
}

}  // namespace anteroom::screens
