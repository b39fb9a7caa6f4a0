#include "paint/picture_look.h"

#include <cmath>
#include <memory>

#include "catch.h"
#include "decode/pixels.h"

using namespace anteroom;
using namespace anteroom::paint;

namespace {

constexpr std::uint32_t skin_brown = 0xFFC98B6B, tinted_teal = 0xFF0B5D5E;

Texture brown_square(int size) {
  Texture texture;
  texture.width = texture.height = size;
  texture.pixels.assign(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), skin_brown);
  return texture;
}

std::uint32_t texel(const Texture& texture, int x, int y) {
  return texture.pixels[static_cast<std::size_t>(y * texture.width + x)];
}

PictureSource outlined(int wide) {
  PictureSource source{"/a.svg", 40, 40};
  source.tint = scene::rgb(0x0B5D5E);
  source.outline_px = wide;
  return source;
}

}  // namespace

TEST_CASE("an outline lies around the drawing at the same place and leaves it out") {
  const Drawn drawn{std::make_shared<const Texture>(brown_square(10)), {40, 40}, 7, 9};
  const Drawn line = with_look(drawn, outlined(3));
  const int x = 7 - line.left_px, y = 9 - line.top_px;  // of the drawing in the line's texture
  CHECK(texel(*line.texture, x + 5, y + 5) == 0);
  CHECK(texel(*line.texture, x, y) == 0);
  for (int away = 1; away <= 3; ++away) {
    CHECK(texel(*line.texture, x + 5, y - away) == tinted_teal);
    CHECK(texel(*line.texture, x + 9 + away, y + 5) == tinted_teal);
  }
  for (int at = 0; at < line.texture->width; ++at) CHECK(texel(*line.texture, at, 0) == 0);  // it ends inside
  // Corners are round: the diagonal neighbour 3 pixels both ways is further than 3 pixels away.
  CHECK(texel(*line.texture, x - 2, y - 2) >> 24 > 128);
  CHECK(texel(*line.texture, x - 3, y - 3) == 0);
}

TEST_CASE("looks of one drawing are told apart by their outlines") {
  CHECK(look_key(outlined(3)) != look_key(outlined(4)));
  CHECK(look_key(outlined(3)) != look_key(outlined(0)));
}

TEST_CASE("nothing has no outline") {
  const Drawn nothing{std::make_shared<const Texture>(), {40, 40}, 0, 0};
  CHECK(with_look(nothing, outlined(3)).texture->width == 0);
}

TEST_CASE("a lit spot keeps its middle, and fades out to nothing at its edge") {
  const Texture lit = lit_spot(brown_square(40), {4, 6, 32, 24});
  REQUIRE((lit.width == 32 && lit.height == 24));
  CHECK(texel(lit, 16, 12) == skin_brown);
  CHECK(texel(lit, 0, 0) == 0);
  std::uint32_t last = 0;
  for (int x = 0; x < 16; ++x) {
    const std::uint32_t alpha = texel(lit, x, 12) >> 24;
    CHECK(alpha >= last);
    CHECK(alpha - last < 70);  // no hard edge
    last = alpha;
  }
  CHECK(last == 255);
}

TEST_CASE("a spot that reaches beyond the picture ends with it") {
  const Texture lit = lit_spot(brown_square(10), {-5, -5, 12, 30});
  CHECK((lit.width == 7 && lit.height == 10));
  CHECK(lit_spot(brown_square(10), {20, 20, 5, 5}).pixels.empty());
}
