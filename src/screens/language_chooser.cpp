#include <algorithm>
#include <utility>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/choosers.h"
#include "screens/control_bar.h"
#include "screens/greetings.h"
#include "screens/words_block.h"

namespace anteroom::screens {

scene::Scene language_chooser(const View& view, const std::string& card, std::size_t current, bool paused) {
  const GreetingUse use{.chosen = current};
  const double gap = measures(view).gap;
  const scene::Rect page = page_area(view, gap);
  constexpr double max_title = 0.3;  // of the height
  scene::Column column(page);
  scene::Scene scene = blank(view, screen_name::language, card);
  scene.items = heading(view, {}, view.say("choose_language"), column, page.bottom() * max_title);
  column.skip(gap);
  column.skip_to(std::min(view.highest_reachable(), column.rest().bottom() - scene::min_target_mm));
  std::vector<scene::Item> buttons = greetings(view, column.rest(), use);
  if (buttons.empty()) return named_languages(view, card, language_buttons(view, use), paused);
  append(scene.items, std::move(buttons));
  append(scene.items, control_bar(view, {.back = Leave{}, .paused = paused}));
  return scene;
}

}  // namespace anteroom::screens
