#include <algorithm>

#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position) {
  const Measures space = measures(view);
  const double width = view.screen().width_mm;
  const double height = view.screen().height_mm - space.bar;
  scene::Rect picture{space.margin, space.margin, width * 0.55 - 1.5 * space.margin, height - space.margin};
  scene::Rect words{width * 0.55 + 0.5 * space.margin, space.margin, width * 0.45 - 1.5 * space.margin,
                    height - space.margin};
  if (view.portrait()) {
    picture = {space.margin, space.margin, width - 2 * space.margin,
               std::min((width - 2 * space.margin) * 0.75, height * 0.5)};
    words = {space.margin, picture.bottom() + space.gap, width - 2 * space.margin,
             height - picture.bottom() - 2 * space.gap};
  }
  if (card.picture.empty()) words = {space.margin, space.margin, width - 2 * space.margin, height - space.margin};

  scene::Scene scene = blank(view, "loop", card.id);
  if (!card.picture.empty())
    scene.items.emplace_back(scene::Picture{picture, card.picture, text.picture_alt, {}, false});
  for (scene::Item& item : words_block(view, text, words, view.portrait() ? 0.25 : 0.5))
    scene.items.push_back(std::move(item));
  const std::string where = view.words().say(
      "position", {{"n", std::to_string(position.index + 1)}, {"total", std::to_string(position.count)}});
  for (scene::Item& item : bar(view, position, {view.content.settings.clinic_name, where, {}}))
    scene.items.push_back(std::move(item));
  return for_direction(std::move(scene), view.language);
}

}  // namespace anteroom::screens
