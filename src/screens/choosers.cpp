#include "screens/choosers.h"

#include <algorithm>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/control_bar.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

constexpr double tallest_mm = 34;  // of a button; a taller one looks like a picture

bool fits_large(const View& view, const std::vector<Button>& buttons, double width) {
  constexpr double icon = 20;  // the tick of what is chosen
  return std::all_of(buttons.begin(), buttons.end(), [&](const Button& button) {
    return fits(lay_out_centred(view, button.word, type_scale(view).body, width - icon), scene::min_target_mm);
  });
}

// The part of `column` where `grid` lies: within reach, and no higher than its buttons need.
scene::Rect grid_area(const View& view, const scene::Grid& grid, scene::Column column, bool large) {
  const double lowest_top = column.rest().bottom() - static_cast<double>(grid.rows) * (scene::min_target_mm + grid.gap);
  column.skip_to(std::min(view.highest_control(), lowest_top));
  constexpr double air_mm = 2;  // above and below two lines
  const double min = large ? scene::min_target_mm : two_lines(type_scale(view).label) + air_mm;
  const double cell = std::clamp(grid.cell_height(column.room()), scene::min_target_mm, std::max(tallest_mm, min));
  // The upper half of a tall screen is out of reach from a wheelchair.
  return view.portrait() ? column.take_from_end(grid.height(cell)) : column.take(grid.height(cell));
}

// `buttons` under `title`, as a grid within reach.
scene::Scene chooser(const View& view, const std::string& screen, const std::string& card, const std::string& title,
                     std::vector<Button> buttons, std::size_t columns, bool paused) {
  const double gap = measures(view).gap;
  const scene::Rect page = page_area(view, gap);
  constexpr double max_title = 0.3;  // of the height
  scene::Column column(page);
  scene::Scene scene = blank(view, screen, card);
  scene.items = heading(view, {}, title, column, page.bottom() * max_title);
  column.skip(gap);

  const scene::Grid grid =
      scene::Grid::of(buttons.size(), columns, std::max(scene::min_gap_mm, 0.75 * gap), view.reading());
  const bool large = fits_large(view, buttons, grid.cell_width(page.w));
  const scene::Rect area = grid_area(view, grid, column, large);
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    buttons[i].large = large;
    append(scene.items, page_button(view, buttons[i], grid.cell(i, area)));
  }
  append(scene.items, control_bar(view, {.back = Leave{}, .paused = paused}));
  return scene;
}

}  // namespace

scene::Scene named_languages(const View& view, const std::string& card, std::vector<Button> buttons, bool paused) {
  // Many languages are side by side even where the screen is narrow, or some would be out of reach.
  constexpr std::size_t max_rows = 6;
  const std::size_t columns = view.portrait() && buttons.size() <= max_rows ? 1 : 2;
  return chooser(view, screen_name::language, card, view.say("choose_language"), std::move(buttons), columns, paused);
}

scene::Scene offer(const View& view, const std::string& card) {
  std::vector<Button> buttons{
      {.id = target_id::yes, .action = AnswerOffer{true}, .word = view.say("yes"), .icon = "sound"},
      {.id = target_id::no, .action = AnswerOffer{false}, .word = view.say("no"), .icon = "close"}};
  return chooser(view, screen_name::offer, card, view.say("offer") + " " + view.say("offer_keys"), std::move(buttons),
                 view.portrait() ? 1 : 2, false);
}

}  // namespace anteroom::screens
