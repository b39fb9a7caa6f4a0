#include "screens/illustration.h"

#include <algorithm>
#include <utility>

namespace anteroom::screens {

namespace {

// Around `picture`, the shape of the art board.
scene::Fill plate(const View& view, const scene::Rect& picture) {
  constexpr double round = 0.04;  // of its width
  const scene::Rect box = scene::fitted(1 / picture_height, picture);
  return {.box = box, .color = view.colors().plate, .radius_mm = round * box.w};
}

}  // namespace

bool is_mirrored(const View& view, const Card& card) {
  return card.is_sequence && view.reading() == scene::Direction::right_to_left;
}

std::vector<scene::Item> illustration(const View& view, const Card& card, const CardText& text,
                                      const scene::Rect& box) {
  std::vector<scene::Item> items{
      scene::Picture{.box = box, .file = card.picture, .alt = text.picture_alt, .language = text.language}};
  illustrate(view, card, items);
  return items;
}

void illustrate(const View& view, const Card& card, std::vector<scene::Item>& items) {
  const auto is_picture = [](const scene::Item& item) { return std::holds_alternative<scene::Picture>(item); };
  if (is_mirrored(view, card)) {
    for (scene::Item& item : items) {
      if (is_picture(item)) std::get<scene::Picture>(item).mirrored = true;
    }
  }
  if (!view.high_contrast) return;
  const auto first = std::find_if(items.begin(), items.end(), is_picture);
  if (first != items.end()) items.insert(first, plate(view, std::get<scene::Picture>(*first).box));
}

}  // namespace anteroom::screens
