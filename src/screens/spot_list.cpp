#include "screens/spot_list.h"

#include <algorithm>
#include <utility>

#include "exhibits/tick.h"
#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/exhibit_areas.h"

namespace anteroom::screens {

namespace {

constexpr double row_mm = 22, pad_mm = 5;  // the height of a row of one line; around what is in it

exhibits::TickColors colors_of(const View& view, bool seen) {
  const scene::palette::Colors& colors = view.colors();
  if (seen) return {.disc = colors.chosen, .tick = colors.on_chosen, .edge = colors.chosen};
  return {.disc = scene::palette::clear, .tick = scene::palette::clear, .edge = colors.accent};
}

// At the end of a row: the tick of what has been seen, else an arrow in the direction of reading.
void put_sign(std::vector<scene::Item>& items, const View& view, bool seen, const scene::Rect& box) {
  if (seen) {
    exhibits::put_tick(items, box, colors_of(view, true));
  } else {
    items.emplace_back(scene::Picture{.box = box,
                                      .file = view.icon("next"),
                                      .tint = view.colors().accent,
                                      .mirrored = text::is_right_to_left(view.language)});
  }
}

double words_width(double row_width) {
  return row_width - 3 * pad_mm - exhibits::seen_sign_mm;
}

}  // namespace

std::vector<scene::Item> spot_list(const View& view, const Hotspots& hotspots, const CardText& text,
                                   const HotspotsState& state, scene::Column& column) {
  const std::size_t count = std::min(hotspots.regions.size(), text.exhibit.parts.size());
  if (count == 0) return {};
  const View own = in_language_of(text, view);
  const scene::Grid grid = scene::Grid::of(count, is_stacked(view) ? 2 : 1, scene::min_gap_mm, view.reading());
  const double width = grid.cell_width(column.width());
  if (words_width(width) <= 0) return {};
  std::vector<text::Layout> names;
  double high = row_mm;
  for (std::size_t i = 0; i < count; ++i) {
    text::Style style = type_scale(own).body;
    style.weight = text::Weight::semibold;
    names.push_back(text::lay_out(text.exhibit.parts[i].label, style, words_width(width), own.fonts));
    if (names.back().has_broken_word()) return {};
    high = std::max(high, names.back().height_mm + pad_mm);
  }
  const bool is_too_high = view.reach != Reach::none && column.rest().y < view.highest_control();
  if (grid.height(high) > column.room() || is_too_high) return {};
  const scene::Rect area = column.take(grid.height(high));
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    const scene::Rect box = grid.cell(i, area);
    items.emplace_back(scene::Fill{.box = box,
                                   .color = view.colors().button,
                                   .radius_mm = corner_mm,
                                   .edge_mm = control_edge_mm,
                                   .edge = view.colors().accent});
    scene::Row row(scene::inset(box, pad_mm, 0), view.reading(), pad_mm);
    constexpr double size = exhibits::seen_sign_mm;
    put_sign(items, view, state.seen.contains(i), scene::centred({size, size}, row.take_from_end(size)));
    items.emplace_back(text_in(own, row.rest(), {std::move(names[i]), scene::TextRole::body, view.colors().ink},
                               scene::Align::start, scene::Align::centre));
    items.emplace_back(scene::Target{.box = box,
                                     .id = target_id::listed(hotspots.regions[i].id),
                                     .action = ExhibitTap{ExhibitVerb::region, i},
                                     .label = text.exhibit.parts[i].label,
                                     .repeats = true});
  }
  return items;
}

std::vector<scene::Item> seen_discs(const View& view, const Hotspots& hotspots, const HotspotsState& state,
                                    scene::Row& row, double size_mm) {
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < hotspots.regions.size(); ++i) {
    const scene::Rect box = scene::centred({size_mm, size_mm}, row.take(size_mm));
    exhibits::put_tick(items, box, colors_of(view, i < state.seen.size()));
  }
  return items;
}

}  // namespace anteroom::screens
