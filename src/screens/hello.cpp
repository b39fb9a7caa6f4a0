#include "screens/hello.h"

#include <algorithm>
#include <utility>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/choosers.h"
#include "screens/control_bar.h"
#include "screens/greetings.h"

namespace anteroom::screens {

namespace {

Controls controls_of(const View& view, bool paused) {
  return {.previous = ShowPrevious{}, .next = ShowNext{}, .home = false, .runs = !view.aloud, .paused = paused};
}

// The fewest columns in which all names have room, not only in large letters below a notice.
scene::Grid grid_of_names(const View& view, const std::vector<Button>& buttons, const scene::Rect& area) {
  constexpr std::size_t most_columns = 6;
  const double letters = control_style(view).size_mm;
  const auto grid_in = [&](std::size_t columns, double gap) {
    return scene::Grid::of(buttons.size(), columns, gap, view.reading());
  };
  for (std::size_t columns = view.portrait() ? 1 : 2; columns <= most_columns; ++columns) {
    for (const double gap : {std::max(scene::min_gap_mm, 0.75 * measures(view).gap), scene::min_gap_mm}) {
      const scene::Grid grid = grid_in(columns, gap);
      const scene::Rect cell{0, 0, grid.cell_width(area.w), scene::min_target_mm};
      const bool fits_all = std::all_of(buttons.begin(), buttons.end(),
                                        [&](const Button& button) { return fits_in(view, button, cell, letters); });
      if (fits_all && grid.height(scene::min_target_mm) <= area.h) return grid;
    }
  }
  return grid_in(most_columns / 2, scene::min_gap_mm);
}

// The names of the languages alone, where greetings have no room.
std::vector<scene::Item> names(const View& view, const std::vector<Button>& buttons, const scene::Rect& area) {
  constexpr double tallest_mm = 34;
  const scene::Grid grid = grid_of_names(view, buttons, area);
  const double cell = std::clamp(grid.cell_height(area.h), scene::min_target_mm, tallest_mm);
  scene::Column column(area);
  const scene::Rect low = column.take_from_end(std::min(area.h, grid.height(cell)));
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < buttons.size(); ++i) append(items, page_button(view, buttons[i], grid.cell(i, low)));
  return items;
}

}  // namespace

scene::Scene hello(const View& view, bool paused) {
  const GreetingUse use{.opens_loop = true};
  const double gap = measures(view).gap;
  scene::Column column(page_area(view, gap));
  column.skip_to(std::min(view.highest_reachable(), column.rest().bottom() - scene::min_target_mm));
  scene::Scene scene = blank(view, screen_name::hello, {});
  scene.items = greetings(view, column.rest(), use);
  if (scene.items.empty()) scene.items = names(view, language_buttons(view, use), column.rest());
  const Controls controls = controls_of(view, paused);
  scene.swipe = {controls.next, controls.previous};
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
