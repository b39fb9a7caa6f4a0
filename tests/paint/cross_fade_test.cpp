#include <cmath>

#include "catch.h"
#include "drawing.h"
#include "paint/cross_fade.h"

using namespace anteroom::paint;

namespace {

Layer noisy(int width, int height, unsigned seed) {
  Numbers numbers(seed);
  Layer layer(width, height);
  for (std::uint32_t& pixel : layer.pixels) pixel = 0xFF000000 | numbers.bits();
  return layer;
}

Layer faded(const Layer& from, const Layer& to, double amount) {
  Layer out(from.width, from.height);
  cross_fade(from, to, amount, from.bounds(), out.pixels.data(), out.width);
  return out;
}

// Some widths leave last pixels in a row that do not fill a vector register.
const auto widths = {1, 15, 16, 17, 37, 64};

}  // namespace

TEST_CASE("a cross-fade starts and ends exactly") {
  const int width = GENERATE(from_range(widths));
  const Layer from = noisy(width, 5, 1), to = noisy(width, 5, 2);
  CHECK(faded(from, to, 0) == from);
  CHECK(faded(from, to, 1) == to);
}

TEST_CASE("a cross-fade between equal layers never dips") {
  const Layer layer = noisy(37, 4, 3);
  for (int i = 0; i <= 1000; ++i) REQUIRE(faded(layer, layer, i / 1000.0) == layer);
}

TEST_CASE("a cross-fade is the weighted mean of every channel") {
  const int width = GENERATE(from_range(widths));
  const Layer from = noisy(width, 3, 4), to = noisy(width, 3, 5);
  for (const double amount : {0.01, 0.25, 1.0 / 3, 0.5, 0.77, 0.999}) {
    const Layer mix = faded(from, to, amount);
    for (std::size_t i = 0; i < mix.pixels.size(); ++i) {
      REQUIRE(mix.pixels[i] >> 24 == 255);
      for (unsigned shift = 0; shift < 24; shift += 8) {
        const double exact = (from.pixels[i] >> shift & 255) * (1 - amount) + (to.pixels[i] >> shift & 255) * amount;
        REQUIRE(std::fabs((mix.pixels[i] >> shift & 255) - exact) <= 1.01);
      }
    }
  }
}

TEST_CASE("a cross-fade from black to white only ever gets lighter") {
  const Layer from = blank(1, 1, black), to = blank(1, 1, white);
  std::uint32_t last = black;
  for (int i = 0; i <= 1000; ++i) {
    const std::uint32_t now = faded(from, to, i / 1000.0).pixels[0];
    REQUIRE(now >= last);
    last = now;
  }
  CHECK(last == white);
}

TEST_CASE("a cross-fade leaves the padding between the rows alone") {
  const Layer from = noisy(17, 4, 6), to = noisy(17, 4, 7);
  const double amount = GENERATE(0.0, 0.4, 1.0);
  const Layer plain = faded(from, to, amount);
  Layer wide = blank(23, 4, 0xFF123456);
  cross_fade(from, to, amount, from.bounds(), wide.pixels.data(), wide.width);
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 23; ++x) REQUIRE(at(wide, x, y) == (x < 17 ? at(plain, x, y) : 0xFF123456));
  }
}

TEST_CASE("a cross-fade of a part leaves the rest alone") {
  const Layer from = noisy(40, 9, 8), to = noisy(40, 9, 9);
  const double amount = GENERATE(0.0, 0.4, 1.0);
  const Area part{3, 2, 21, 5};
  const Layer whole = faded(from, to, amount);
  Layer out = blank(40, 9, 0xFF123456);
  cross_fade(from, to, amount, part, out.pixels.data(), out.width);
  for (int y = 0; y < 9; ++y) {
    for (int x = 0; x < 40; ++x) {
      const bool inside = part.intersects({x, y, 1, 1});
      REQUIRE(at(out, x, y) == (inside ? at(whole, x, y) : 0xFF123456));
    }
  }
}

TEST_CASE("what differs is found wherever it is, and equal layers differ nowhere") {
  const Layer paper = blank(401, 67, white);
  CHECK(differing_areas(paper, paper).empty());
  Numbers numbers(11);
  for (int round = 0; round < 200; ++round) {
    Layer other = paper;
    const int dots = numbers.between(1, 12);
    for (int i = 0; i < dots; ++i) {
      other.row(numbers.between(0, 66))[numbers.between(0, 400)] = black;
    }
    const std::vector<Area> areas = differing_areas(paper, other);
    for (std::size_t i = 0; i < areas.size(); ++i) {
      REQUIRE(areas[i].intersection(paper.bounds()) == areas[i]);
      for (std::size_t k = 0; k < i; ++k) REQUIRE(!areas[i].intersects(areas[k]));
    }
    Layer copied = paper;
    for (const Area& area : areas) {
      cross_fade(paper, other, 1, area, copied.pixels.data(), copied.width);
    }
    REQUIRE(copied == other);
  }
}

TEST_CASE("two things far apart do not make the paper between them differ") {
  const Layer paper = blank(1000, 200, white);
  Layer other = paper;
  for (int y = 20; y < 180; ++y) other.row(y)[10] = other.row(y)[990] = black;
  const std::vector<Area> areas = differing_areas(paper, other);
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].width + areas[1].width <= 32);
}
