#include "decode/vanishing.h"

#include "catch.h"

using namespace anteroom::decode;

namespace {

constexpr std::uint32_t black = 0x000000, paper = 0xFAF6EF;
constexpr std::uint32_t ink = 0xFF1C2B33, mist = 0xFFDCE9E6;

// A disc of 60 pixels on a transparent background of 80.
Texture disc(std::uint32_t pixel) {
  Texture texture{80, 80, false, Pixels(80 * 80)};
  for (int y = 0; y < 80; ++y) {
    for (int x = 0; x < 80; ++x) {
      if ((x - 40) * (x - 40) + (y - 40) * (y - 40) < 30 * 30)
        texture.pixels[static_cast<std::size_t>(y * 80 + x)] = pixel;
    }
  }
  return texture;
}

void draw_bar(Texture& texture, int left, int right, std::uint32_t pixel) {
  for (int y = 38; y < 42; ++y) {
    for (int x = left; x < right; ++x) texture.pixels[static_cast<std::size_t>(y * 80 + x)] = pixel;
  }
}

}  // namespace

TEST_CASE("a shape vanishes on a background of less than three to one") {
  struct Row {
    std::uint32_t pixel, ground;
    double share;
  };
  const Row row = GENERATE(values<Row>({
      {ink, black, 1},         // 1.4 : 1
      {0xFF0B5D5E, black, 1},  // 2.7 : 1
      {0xFF4A342A, black, 1},  // 1.8 : 1
      {mist, black, 0},
      {0xFF6F7F80, black, 0},
      {mist, paper, 1},
      {ink, paper, 0},
      {0x80100808, black, 1},  // half transparent: its own colour counts
      {0x80707070, black, 0},
      {0x10080808, black, 0},  // a shadow is not ink
  }));
  CAPTURE(row.pixel, row.ground);
  CHECK(vanishing_share(disc(row.pixel), row.ground) == row.share);
}

TEST_CASE("dark ink inside a light shape is visible and outside it is not") {
  Texture inside = disc(mist), beyond = disc(mist);
  draw_bar(inside, 20, 60, ink);
  draw_bar(beyond, 20, 80, ink);
  CHECK(vanishing_share(inside, black) == 0);
  CHECK(vanishing_share(beyond, black) > max_vanishing_share);
  CHECK(vanishing_share(beyond, black) < 0.3);
}

TEST_CASE("a picture that fills its rectangle or has no ink needs no plate") {
  CHECK(vanishing_share({2, 2, true, {ink, ink, ink, ink}}, black) == 0);
  CHECK(vanishing_share({2, 2, false, {0, 0, 0, 0}}, black) == 0);
  CHECK(vanishing_share({}, black) == 0);
  CHECK(vanishing_share({1, 1, false, {ink}}, black) == 1);
}
