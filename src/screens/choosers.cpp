#include "screens/choosers.h"

#include <algorithm>

#include "scene/rules.h"
#include "screens/button.h"
#include "screens/control_bar.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// `buttons` under `title`, as a grid that fills the screen as far as it serves the hand.
scene::Scene chooser(const View& view, const std::string& screen, const std::string& card, const std::string& title,
                     const std::vector<Button>& buttons, bool paused) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  const double bottom = view.screen().height_mm - space.bar - space.gap;
  scene::Scene scene = blank(view, screen, card);
  Heading head = heading(view, {}, title, {space.margin, space.margin, width, bottom * 0.4});
  scene.items = std::move(head.items);
  const double top = head.bottom + space.gap;
  const std::size_t columns = view.portrait() ? 1 : 2;
  const std::size_t rows = (buttons.size() + columns - 1) / columns;
  const double gap = std::max(scene::least_gap_mm, space.gap);
  const double each_w = (width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const double room = (bottom - top + gap) / static_cast<double>(std::max<std::size_t>(rows, 1)) - gap;
  const double each_h = std::clamp(room, scene::least_target_mm, 34.0);
  // A tall screen's upper half is out of reach from a wheelchair.
  const double first = view.portrait() ? bottom + gap - static_cast<double>(rows) * (each_h + gap) : top;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const double x = space.margin + static_cast<double>(i % columns) * (each_w + gap);
    const std::size_t row = i / columns;
    const double y = first + static_cast<double>(row) * (each_h + gap);
    append(scene.items, page_button(view, buttons[i], {x, y, each_w, each_h}));
  }
  Controls controls;
  controls.back = Leave{};
  controls.paused = paused;
  append(scene.items, control_bar(view, controls));
  return for_direction(std::move(scene), view.language);
}

}  // namespace

scene::Scene language_chooser(const View& view, const std::string& card, std::size_t current, bool paused) {
  std::vector<Button> buttons;
  for (const std::size_t language : offered_languages(view.content)) {
    const std::string& tag = view.content.pack.languages[language];
    buttons.push_back({"language-" + tag,
                       ChooseLanguage{language},
                       words_for(view.content, tag).say("language_name"),
                       {},
                       language == current,
                       true});
  }
  return chooser(view, "language", card, view.words().say("choose_language"), buttons, paused);
}

scene::Scene access_chooser(const View& view, const std::string& card, const Session& session) {
  const InterfaceWords& words = view.words();
  const std::vector<Button> buttons{
      {"contrast",
       ToggleContrast{},
       words.say(session.high_contrast ? "contrast_on" : "contrast_off"),
       {},
       session.high_contrast,
       true},
      {"motion",
       ToggleMotion{},
       words.say(session.reduced_motion ? "motion_on" : "motion_off"),
       {},
       session.reduced_motion,
       true},
  };
  return chooser(view, "access", card, words.say("choose_access"), buttons, session.paused);
}

}  // namespace anteroom::screens
