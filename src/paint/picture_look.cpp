#include "paint/picture_look.h"

#include <algorithm>
#include <cmath>
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

// Makes what is outside an arc of `radius` around each corner transparent, its edge smooth.
void round_corners(Texture& texture, int radius) {
  const int r = std::min({radius, texture.width / 2, texture.height / 2});
  for (int y = 0; y < r; ++y) {
    for (int x = 0; x < r; ++x) {
      const double outside = std::hypot(r - x - 0.5, r - y - 0.5) - r + 0.5;
      if (outside <= 0) continue;
      const auto kept = static_cast<std::uint32_t>(std::lround(255 * std::max(0.0, 1 - outside)));
      for (const int row : {y, texture.height - 1 - y}) {
        for (const int column : {x, texture.width - 1 - x}) {
          std::uint32_t& pixel = texture.pixels[static_cast<std::size_t>(row) * texture.width + column];
          std::uint32_t faded = 0;
          for (int shift = 0; shift < 32; shift += 8) faded |= decode::times(pixel >> shift & 255U, kept) << shift;
          pixel = faded;
        }
      }
    }
  }
  texture.opaque = texture.opaque && r == 0;
}

void mirror(Texture& texture) {
  for (auto row = texture.pixels.begin(); row != texture.pixels.end(); row += texture.width) {
    std::reverse(row, row + texture.width);
  }
}

}  // namespace

std::string look_key(const PictureSource& source) {
  std::string key = source.mirrored ? " mirrored" : "";
  if (source.corner_px > 0) key += " round " + std::to_string(source.corner_px);
  if (source.tint) {
    const scene::Color& tint = *source.tint;
    for (const int channel : {tint.r, tint.g, tint.b, tint.a}) key += " " + std::to_string(channel);
  }
  return key;
}

Drawn with_look(const Drawn& drawn, const PictureSource& source) {
  if (!source.tint && !source.mirrored && source.corner_px <= 0) return drawn;
  Drawn looked = drawn;
  Texture texture = *drawn.texture;
  if (source.tint) paint_in(texture, *source.tint);
  if (source.corner_px > 0) round_corners(texture, source.corner_px);
  if (source.mirrored && texture.width > 0) {
    mirror(texture);
    looked.left_px = drawn.whole.width - drawn.left_px - texture.width;
  }
  looked.texture = std::make_shared<const Texture>(std::move(texture));
  return looked;
}

}  // namespace anteroom::paint
