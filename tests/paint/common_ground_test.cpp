#include "paint/common_ground.h"

#include <algorithm>

#include "catch.h"
#include "drawing.h"

using namespace anteroom::paint;

namespace {

constexpr std::uint32_t sand = 0xFFE9DFCF, ink = 0xFF1C2B33;

// Every third column of `area` in ink, as letters cover about a third of their box.
void write(Layer& layer, const Area& area) {
  for (int y = area.y; y < area.bottom(); ++y) {
    for (int x = area.x; x < area.right(); x += 3) layer.row(y)[x] = ink;
  }
}

}  // namespace

TEST_CASE("the ground of words is the colour that most of their box has") {
  Layer layer = blank(60, 40, white);
  for (int y = 20; y < 40; ++y) std::fill_n(layer.row(y), 60, sand);
  write(layer, {5, 5, 30, 10});
  write(layer, {5, 25, 30, 10});
  const std::vector<Writing> found =
      writings(layer, {{5, 5, 30, 10}, {5, 25, 30, 10}, {50, 30, 30, 30}, {70, 0, 5, 5}, {0, 0, 0, 0}});
  CHECK(found == std::vector<Writing>{{{5, 5, 30, 10}, white}, {{5, 25, 30, 10}, sand}, {{50, 30, 10, 10}, sand}});
}

TEST_CASE("words on a picture have no ground") {
  Layer layer(64, 8);
  for (std::size_t i = 0; i < layer.pixels.size(); ++i) layer.pixels[i] = 0xFF000000U | static_cast<std::uint32_t>(i);
  CHECK(writings(layer, {{0, 0, 64, 8}}).empty());
}

TEST_CASE("in the middle of two pages neither has words, and what both share stays") {
  Layer from = blank(80, 20, white), to = from;
  std::fill_n(from.row(19), 80, ink);  // in both
  std::fill_n(to.row(19), 80, ink);
  const std::vector<Area> old_words{{2, 2, 40, 10}}, new_words{{3, 5, 40, 10}};
  write(from, old_words[0]);
  write(to, new_words[0]);                                    // some strokes lie on old ones
  for (int x = 60; x < 70; ++x) from.row(4)[x] = 0xFF204060;  // a picture in the first alone
  Layer out = from;
  common_ground(from, writings(from, old_words), to, writings(to, new_words), {{0, 0, 80, 16}}, out);
  for (int y = 0; y < 19; ++y) {
    for (int x = 0; x < 80; ++x) {
      const bool pictured = y == 4 && x >= 60 && x < 70;
      REQUIRE(at(out, x, y) == (pictured ? 0xFF8F9FAF : white));
    }
  }
  CHECK(at(out, 7, 19) == ink);
}
