#include "screens/topics.h"

#include <algorithm>
#include <vector>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/control_bar.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

constexpr double row_gap = scene::min_gap_mm;
constexpr double least_row_mm = scene::min_target_mm, most_row_mm = 34;

struct List {
  std::vector<Button> buttons;
  std::size_t columns = 1;
  double row_mm = 0;
  double letters_mm = 0;  // 0: those of labels, and a word may be broken
};

std::vector<Button> buttons_of(const View& view, const State& state) {
  std::vector<Button> buttons;
  for (const std::size_t index : loop_cards(state, view.content, state.minute)) {
    const Card& card = view.content.pack.cards[index];
    const CardText& text = card.text[state.language];
    buttons.push_back({.id = target_id::topic(card.id),
                       .action = ShowCard{index},
                       .word = text.title,
                       .chosen = index == state.card && !state.hello,
                       .language = text.language,
                       .keeps_word_in_place = true});
  }
  return buttons;
}

// How many lines the longest of the titles has in a box so wide.
std::size_t most_lines(const View& view, const std::vector<Button>& buttons, double width_mm, double letters_mm) {
  constexpr double pads_mm = 8;  // as fits_in has them
  text::Style style = type_scale(view).body;
  style.weight = text::Weight::semibold;
  style.size_mm = letters_mm;
  std::size_t most = 1;
  for (const Button& button : buttons) {
    most = std::max(most, lay_out_centred(view, button.word, style, width_mm - pads_mm).lines.size());
  }
  return most;
}

// How high rows are that hold so many lines.
double row_for(const View& view, double letters_mm, std::size_t lines) {
  constexpr double air_mm = 4.5;
  return std::max(least_row_mm, static_cast<double>(lines) * type_scale(view).body.leading * letters_mm + air_mm);
}

// How many rows fit into `height_mm`.
std::size_t rows_in(double height_mm, double row_mm) {
  return static_cast<std::size_t>(std::max(1.0, (height_mm + row_gap) / (row_mm + row_gap)));
}

// As many columns as show the most titles at once, each whole, in letters as large as those of all controls where they
// have room.
List arranged(const View& view, std::vector<Button> buttons, const scene::Rect& area) {
  const double usual = control_style(view).size_mm, least = type_scale(view).label.size_mm;
  const std::size_t most_columns = view.portrait() || view.large() ? 1 : 2;
  List list{.buttons = std::move(buttons)};
  for (const double letters : {usual, least}) {
    std::size_t most = 0;
    for (std::size_t columns = 1; columns <= most_columns; ++columns) {
      const double width = scene::Grid{.columns = columns, .gap = row_gap}.cell_width(area.w);
      const double row = row_for(view, letters, most_lines(view, list.buttons, width, letters));
      const bool fits_all = std::all_of(list.buttons.begin(), list.buttons.end(), [&](const Button& button) {
        return fits_in(view, button, {0, 0, width, row}, letters);
      });
      const std::size_t at_once = std::min(columns * rows_in(area.h, row), list.buttons.size());
      if (!fits_all || at_once <= most) continue;
      most = at_once;
      list.columns = columns;
      list.letters_mm = letters;
      list.row_mm = row;
    }
    if (most > 0) return list;
  }
  list.row_mm = row_for(view, least, 3);
  return list;
}

}  // namespace

scene::Scene topics(const View& view, const State& state, std::size_t part) {
  const double gap = measures(view).gap;
  const scene::Rect page = page_area(view, gap);
  constexpr double max_title = 0.2;  // of the height
  const std::string card = state.hello ? "" : view.content.pack.cards[*state.card].id;
  scene::Scene scene = blank(view, screen_name::topics, card);
  scene::Column column(page);
  scene.items = heading(view, {}, view.say("topics"), column, page.bottom() * max_title);
  column.skip(gap);
  column.skip_to(std::min(view.highest_reachable(), column.rest().bottom() - least_row_mm));
  const scene::Rect area = column.rest();
  List list = arranged(view, buttons_of(view, state), area);
  const std::size_t room = rows_in(area.h, list.row_mm);
  const std::size_t all = std::max<std::size_t>(1, list.buttons.size());
  const std::size_t rows_needed = (all + list.columns - 1) / list.columns;
  const std::size_t parts = (rows_needed + room - 1) / room;
  // Parts of about the same length, so that none has a single title.
  const std::size_t rows = (rows_needed + parts - 1) / parts;
  const std::size_t each = rows * list.columns;
  const std::size_t shown = std::min(part, parts - 1);
  const double most = std::max(most_row_mm, list.row_mm);  // what a title needs from far away may be more
  const double high = std::min(most, (area.h - static_cast<double>(rows - 1) * row_gap) / static_cast<double>(rows));
  const scene::Grid grid{.columns = list.columns, .rows = rows, .gap = row_gap, .direction = view.reading()};
  const scene::Rect table{area.x, area.y, area.w, static_cast<double>(rows) * (high + row_gap) - row_gap};
  for (std::size_t i = shown * each; i < std::min(list.buttons.size(), (shown + 1) * each); ++i) {
    Button& button = list.buttons[i];
    button.letters_mm = list.letters_mm;
    append(scene.items, page_button(view, button, grid.cell(i - shown * each, table)));
  }
  Controls controls = part_controls<OpenTopics>(view, {shown, parts}, state.session.paused);
  controls.topics = false;
  scene.swipe = {controls.next, controls.back};
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens
