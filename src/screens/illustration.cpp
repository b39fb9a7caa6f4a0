#include "screens/illustration.h"

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

void mirror_pictures(const View& view, const Card& card, std::vector<scene::Item>& items) {
  if (!is_mirrored(view, card)) return;
  for (scene::Item& item : items) {
    if (auto* picture = std::get_if<scene::Picture>(&item)) picture->mirrored = true;
  }
}

}  // namespace anteroom::screens
