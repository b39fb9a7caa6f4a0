#include "screens/choosers.h"

#include <algorithm>

#include "language/numbers.h"
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

Button size_button(const View& view, int percent, int chosen) {
  return {.id = target_id::text_size(percent),
          .action = SetTextSize{percent},
          .word = view.say("text_size", {{"percent", language::percent(percent, view.locale())}}),
          .chosen = percent == chosen};
}

Button reach_button(const View& view, Reach hand, Reach chosen) {
  const bool right = hand == Reach::right;
  return {.id = right ? target_id::reach_right : target_id::reach_left,
          .action = ToggleReach{hand},
          .word = view.say(right ? "reach_right" : "reach_left"),
          .chosen = hand == chosen};
}

}  // namespace

scene::Scene language_chooser(const View& view, const std::string& card, std::size_t current, bool paused) {
  std::vector<Button> buttons;
  for (const std::size_t language : offered_languages(view.content)) {
    const std::string& tag = view.content.pack.languages[language];
    buttons.push_back({.id = target_id::of_language(tag),
                       .action = ChooseLanguage{language},
                       .word = words_for(view.content, tag).say("language_name"),
                       .chosen = language == current,
                       .language = tag});
  }
  // Many languages are side by side even where the screen is narrow, or some would be out of reach.
  constexpr std::size_t max_rows = 6;
  const std::size_t columns = view.portrait() && buttons.size() <= max_rows ? 1 : 2;
  return chooser(view, screen_name::language, card, view.say("choose_language"), std::move(buttons), columns, paused);
}

scene::Scene access_chooser(const View& view, const std::string& card, const Session& session, bool has_voice) {
  std::vector<Button> buttons;
  for (const int percent : {100, 150, 200}) buttons.push_back(size_button(view, percent, session.text_percent));
  const auto toggle = [&](const char* id, const Action& action, bool on, const char* on_word, const char* off_word) {
    buttons.push_back({.id = id, .action = action, .word = view.say(on ? on_word : off_word), .chosen = on});
  };
  toggle(target_id::contrast, ToggleContrast{}, session.high_contrast, "contrast_on", "contrast_off");
  toggle(target_id::motion, ToggleMotion{}, session.reduced_motion, "motion_on", "motion_off");
  if (view.reach_is_offered()) buttons.push_back(reach_button(view, Reach::right, session.reach));
  if (!has_voice) {
    buttons.push_back(
        {.id = target_id::aloud, .action = ToggleAloud{}, .word = view.say("no_sound"), .icon = "sound-off"});
  } else {
    buttons.push_back({.id = target_id::aloud,
                       .action = ToggleAloud{},
                       .word = view.say(session.aloud ? "stop_reading" : "read_aloud"),
                       .icon = "sound"});
    const auto number = [&](int n) { return view.number(static_cast<std::size_t>(n)); };
    buttons.push_back({.id = target_id::volume,
                       .action = ChangeVolume{},
                       .word = view.say("volume", {{"n", number(session.volume)}, {"total", number(loudest)}}),
                       .icon = "sound"});
  }
  if (view.reach_is_offered()) buttons.push_back(reach_button(view, Reach::left, session.reach));
  return chooser(view, screen_name::access, card, view.say("choose_access"), std::move(buttons),
                 view.portrait() ? 2 : 3, session.paused);
}

scene::Scene offer(const View& view, const std::string& card) {
  std::vector<Button> buttons{
      {.id = target_id::yes, .action = AnswerOffer{true}, .word = view.say("yes"), .icon = "sound"},
      {.id = target_id::no, .action = AnswerOffer{false}, .word = view.say("no"), .icon = "close"}};
  return chooser(view, screen_name::offer, card, view.say("offer") + " " + view.say("offer_keys"), std::move(buttons),
                 view.portrait() ? 1 : 2, false);
}

}  // namespace anteroom::screens
