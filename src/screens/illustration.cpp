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

double picture_rim_mm(const View& view) {
  constexpr double rim = 0.012;  // of the screen's shorter side
  return rim * std::min(view.screen().width_mm, view.screen().height_mm);
}

scene::Rect picture_on(const View& view, const scene::Rect& ground) {
  return view.portrait() ? ground : scene::inset(ground, picture_rim_mm(view), picture_rim_mm(view));
}

scene::Color plate_color(const View& view, const Card& card) {
  const bool is_own = card.ground != Ground::none && !view.high_contrast;
  return is_own ? scene::palette::color_of(card.ground) : view.colors().panel;
}

namespace {

// `part` with as much of what is around it as gives it `ratio`, width by height; less where the picture ends.
Share widened(const PictureView& part, double ratio) {
  // In units of the picture's height, so that both sides are of one length.
  double w = part.frame.w * part.ratio, h = part.frame.h;
  const double x = part.frame.x * part.ratio + w / 2, y = part.frame.y + h / 2;
  w = std::min(std::max(w, h * ratio), part.ratio);
  h = std::min(std::max(h, w / ratio), 1.0);
  const double left = std::clamp(x - w / 2, 0.0, part.ratio - w), top = std::clamp(y - h / 2, 0.0, 1 - h);
  return {left / part.ratio, top, w / part.ratio, h};
}

}  // namespace

std::vector<scene::Item> framed_illustration(const View& view, const Card& card, const CardText& text,
                                             const std::optional<PictureView>& part, const scene::Rect& box) {
  constexpr double roundness = 0.04;  // of the shorter side
  if (!part && picture_ground(view, card, box).empty()) {
    return {illustration(view, card, text, scene::fitted(1 / picture_height, box))};
  }
  if (!part) {
    const scene::Rect plate = scene::fitted(std::max(1.0, box.w / box.h), box);
    return {scene::Fill{
                .box = plate, .color = plate_color(view, card), .radius_mm = roundness * std::min(plate.w, plate.h)},
            illustration(view, card, text, picture_on(view, plate))};
  }
  scene::Picture picture = illustration(view, card, text, box);
  picture.frame = widened(*part, box.w / box.h);
  picture.box = scene::fitted(picture.frame->w * part->ratio / picture.frame->h, box);
  picture.corner_mm = roundness * std::min(picture.box.w, picture.box.h);
  return {scene::Fill{.box = picture.box, .color = plate_color(view, card), .radius_mm = picture.corner_mm}, picture};
}

void mirror_pictures(const View& view, const Card& card, std::vector<scene::Item>& items) {
  if (!is_mirrored(view, card)) return;
  for (scene::Item& item : items) {
    if (auto* picture = std::get_if<scene::Picture>(&item)) picture->mirrored = true;
  }
}

}  // namespace anteroom::screens
