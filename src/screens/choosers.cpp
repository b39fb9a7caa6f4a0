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

// Of a button: higher, it looks like a picture.
constexpr double tallest = 34;

bool fits_large(const View& view, const std::vector<Button>& buttons, double width) {
  constexpr double icon = 20;  // the tick of what is chosen
  return std::all_of(buttons.begin(), buttons.end(), [&](const Button& button) {
    return fits(centred(view, button.word, type_scale(view).body, width - icon), scene::min_target_mm);
  });
}

// `buttons` under `title`, as a grid within reach.
scene::Scene chooser(const View& view, const std::string& screen, const std::string& card, const std::string& title,
                     std::vector<Button> buttons, std::size_t columns, bool paused) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  const double bottom = view.bottom() - space.bar - space.gap;
  scene::Scene scene = blank(view, screen, card);
  Heading head = heading(view, {}, title, {space.margin, space.margin, width, bottom * 0.3});
  scene.items = std::move(head.items);
  const std::size_t rows = (buttons.size() + columns - 1) / columns;
  const double gap = std::max(scene::min_gap_mm, 0.75 * space.gap);
  const double each_w = (width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const double highest =
      std::min(view.highest_control(), bottom - static_cast<double>(rows) * (scene::min_target_mm + gap));
  const double top = std::max(head.bottom + space.gap, highest);
  const double room = (bottom - top + gap) / static_cast<double>(std::max<std::size_t>(rows, 1)) - gap;
  const bool large = fits_large(view, buttons, each_w);
  const double min = large ? scene::min_target_mm : 2 * type_scale(view).label.size_mm * 1.3 + 2;
  const double each_h = std::clamp(room, scene::min_target_mm, std::max(tallest, min));
  // A tall screen's upper half is out of reach from a wheelchair.
  const double first = view.portrait() ? bottom + gap - static_cast<double>(rows) * (each_h + gap) : top;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const std::size_t row = i / columns;
    const double x = space.margin + static_cast<double>(view.place_in_row(i % columns, columns)) * (each_w + gap);
    const double y = first + static_cast<double>(row) * (each_h + gap);
    buttons[i].large = large;
    append(scene.items, page_button(view, buttons[i], {x, y, each_w, each_h}));
  }
  Controls controls;
  controls.back = Leave{};
  controls.paused = paused;
  append(scene.items, control_bar(view, controls));
  return for_direction(std::move(scene), view);
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
  // Many languages stand side by side even where the screen is narrow, or they would leave the hand's reach.
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
