#include "screens/fallback.h"

#include "model/names.h"
#include "screens/bar.h"
#include "screens/words_block.h"

namespace anteroom::screens {

scene::Scene fallback_card(const View& view, const std::string& clock) {
  const Measures space = measures(view);
  const std::string picture = view.content.assets.empty() ? "" : view.content.assets + "/fallback.svg";
  const double max_title = picture.empty() ? 1 : 0.36;  // of the height
  const scene::Rect page = page_area(view);
  scene::Column column(page);
  column.skip(-0.5 * space.margin);  // the clinic's name has white space above its letters, as a card's topic does
  scene::Scene scene = blank(view, screen_name::fallback, "");
  scene.items = heading(view, view.clinic_name(), view.say("fallback"), column, max_title * (page.h - space.margin));
  if (!picture.empty()) {
    column.skip(space.gap);
    scene.items.emplace_back(
        scene::Picture{.box = column.rest(), .file = picture, .alt = view.say("fallback_picture")});
  }
  // The clinic's name is in the heading already; only the clock remains for the bar.
  move_by(scene.items, view.drift_mm());
  append(scene.items, bar(view, {}, {.end = clock}));
  return scene;
}

}  // namespace anteroom::screens
