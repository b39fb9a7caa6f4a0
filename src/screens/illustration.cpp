#include "screens/illustration.h"

#include <algorithm>

namespace anteroom::screens {

bool is_mirrored(const View& view, const Card& card) {
  return card.is_sequence && view.reading() == scene::Direction::right_to_left;
}

scene::Picture illustration(const View& view, const Card& card, const CardText& text, const scene::Rect& box) {
  return {.box = box,
          .file = card.picture,
          .alt = text.picture_alt,
          .mirrored = is_mirrored(view, card),
          .language = text.language};
}

std::vector<scene::Item> picture_ground(const View& view, const Card& card, const scene::Rect& area) {
  if (card.ground == Ground::none || card.picture.empty() || view.high_contrast) return {};
  return {scene::Fill{.box = area, .color = scene::palette::color_of(card.ground)}};
}

scene::Rect picture_on(const View& view, const scene::Rect& ground) {
  constexpr double rim = 0.012;  // of the screen's shorter side
  if (view.portrait()) return ground;
  const double rim_mm = rim * std::min(view.screen().width_mm, view.screen().height_mm);
  return scene::inset(ground, rim_mm, rim_mm);
}

void mirror_pictures(const View& view, const Card& card, std::vector<scene::Item>& items) {
  if (!is_mirrored(view, card)) return;
  for (scene::Item& item : items) {
    if (auto* picture = std::get_if<scene::Picture>(&item)) picture->mirrored = true;
  }
}

}  // namespace anteroom::screens
