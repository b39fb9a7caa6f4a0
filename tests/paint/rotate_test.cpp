#include "paint/rotate.h"

#include <cmath>

#include "catch.h"
#include "drawing.h"

using namespace anteroom;
using namespace anteroom::paint;

namespace {

Layer noisy(int width, int height, Numbers& numbers) {
  Layer layer(width, height);
  for (std::uint32_t& pixel : layer.pixels) pixel = 0xFF000000 | numbers.bits();
  return layer;
}

}  // namespace

TEST_CASE("a point mapped to the display and back is the same") {
  const int degrees = GENERATE(0, 90, 180, 270);
  Numbers numbers(1);
  for (int i = 0; i < 1000; ++i) {
    const Turn turn{degrees, numbers.fraction(1, 2000), numbers.fraction(1, 2000)};
    const scene::Point upright{numbers.fraction(-100, 2100), numbers.fraction(-100, 2100)};
    REQUIRE(turn.from_glass(turn.to_glass(upright)) == upright);
    REQUIRE(turn.to_glass(turn.from_glass(upright)) == upright);
  }
}

TEST_CASE("the top left corner goes clockwise") {
  const scene::Point corner{1, 2};
  CHECK(Turn{0, 30, 20}.to_glass(corner) == corner);
  CHECK(Turn{90, 30, 20}.to_glass(corner) == scene::Point{18, 1});
  CHECK(Turn{180, 30, 20}.to_glass(corner) == scene::Point{29, 18});
  CHECK(Turn{270, 30, 20}.to_glass(corner) == scene::Point{2, 29});
}

// What config/*.toml tell the person on the ladder.
TEST_CASE("rotation 90 is for a display whose own top edge is on the left, 270 for one with it on the right") {
  const double width = 9, height = 16;  // of the upright picture
  const scene::Point top_middle{width / 2, 0}, left_middle{0, height / 2}, right_middle{width, height / 2};
  // The display's own top edge has y = 0 there.
  CHECK(Turn{90, width, height}.to_glass(left_middle) == scene::Point{height / 2, 0});
  CHECK(Turn{270, width, height}.to_glass(right_middle) == scene::Point{height / 2, 0});
  CHECK(Turn{180, width, height}.to_glass({width / 2, height}) == scene::Point{width / 2, 0});
  CHECK(Turn{0, width, height}.to_glass(top_middle) == scene::Point{width / 2, 0});
}

TEST_CASE("a pixel goes where its centre goes") {
  const int degrees = GENERATE(0, 90, 180, 270);
  Numbers numbers(2);
  for (int i = 0; i < 20; ++i) {
    const int width = numbers.between(1, 60), height = numbers.between(1, 60);
    const Layer layer = noisy(width, height, numbers);
    const Layer turned = rotate(layer, degrees);
    REQUIRE(turned.width == (degrees % 180 == 0 ? width : height));
    const Turn turn{degrees, static_cast<double>(width), static_cast<double>(height)};
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        const scene::Point there = turn.to_glass({x + 0.5, y + 0.5});
        REQUIRE(at(turned, static_cast<int>(there.x), static_cast<int>(there.y)) == at(layer, x, y));
      }
    }
  }
}

TEST_CASE("a part is turned into its position and nothing else is touched") {
  const int degrees = GENERATE(0, 90, 180, 270);
  Numbers numbers(3);
  const Layer before = noisy(50, 37, numbers), after = noisy(50, 37, numbers);
  const Area part{7, 11, 21, 9};
  Layer mixed = before;
  for (int y = part.y; y < part.bottom(); ++y) std::copy_n(after.row(y) + part.x, part.width, mixed.row(y) + part.x);
  Layer turned = rotate(before, degrees);
  const Area place = rotate(after, degrees, part, turned);
  CHECK(turned == rotate(mixed, degrees));
  CHECK(place.width * place.height == part.width * part.height);
  const Layer whole = rotate(after, degrees);
  for (int y = place.y; y < place.bottom(); ++y) {
    for (int x = place.x; x < place.right(); ++x) REQUIRE(at(turned, x, y) == at(whole, x, y));
  }
}
