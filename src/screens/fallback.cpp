#include "screens/fallback.h"

#include "model/names.h"
#include "screens/bar.h"
#include "screens/words_block.h"

namespace anteroom::screens {

scene::Scene fallback_card(const View& view, const std::string& clock) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm - 2 * space.margin;
  const double height = view.screen().height_mm - space.bar - 2 * space.margin;
  scene::Scene scene = blank(view, screen_name::fallback, "");
  const std::string picture = view.content.assets.empty() ? "" : view.content.assets + "/fallback.svg";
  scene::Rect words{space.margin, space.margin, width, height * (picture.empty() ? 1 : 0.36)};
  const Heading head = heading(view, view.clinic_name(), view.say("fallback"), words);
  scene.items = head.items;
  if (!picture.empty()) {
    const double top = head.bottom + space.gap;
    scene.items.emplace_back(
        scene::Picture{.box = {space.margin, top, width, view.screen().height_mm - space.bar - top},
                       .file = picture,
                       .alt = view.say("fallback_picture")});
  }
  // The name stands in the heading already; only the clock remains for the bar.
  for (scene::Item& item : bar(view, {}, {{}, {}, clock})) scene.items.push_back(std::move(item));
  return for_direction(std::move(scene), view);
}

}  // namespace anteroom::screens
