#include "paint/picture_look.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

namespace anteroom::paint {

namespace {

void paint_in(Texture& texture, scene::Color tint) {
  for (std::uint32_t& pixel : texture.pixels) {
    pixel = decode::premultiplied(tint.r, tint.g, tint.b, decode::times(pixel >> 24, tint.a));
  }
  texture.opaque = texture.opaque && tint.a == 255;
}

void mirror(Texture& texture) {
  for (auto row = texture.pixels.begin(); row != texture.pixels.end(); row += texture.width) {
    std::reverse(row, row + texture.width);
  }
}

}  // namespace

std::string look_key(const PictureSource& source) {
  std::string key = source.mirrored ? " mirrored" : "";
  if (source.tint) {
    const scene::Color& tint = *source.tint;
    for (const int channel : {tint.r, tint.g, tint.b, tint.a}) key += " " + std::to_string(channel);
  }
  return key;
}

Drawn with_look(const Drawn& drawn, const PictureSource& source) {
  if (!source.tint && !source.mirrored) return drawn;
  Drawn looked = drawn;
  Texture texture = *drawn.texture;
  if (source.tint) paint_in(texture, *source.tint);
  if (source.mirrored && texture.width > 0) {
    mirror(texture);
    looked.left_px = drawn.whole.width - drawn.left_px - texture.width;
  }
  looked.texture = std::make_shared<const Texture>(std::move(texture));
  return looked;
}

}  // namespace anteroom::paint
