#include "paint/banded_damage.h"

#include <cstdint>

#include "catch.h"

using namespace anteroom::paint;

namespace {

const Area large{0, 0, 1000, 960};

std::int64_t pixels(const std::vector<Area>& areas) {
  std::int64_t sum = 0;
  for (const Area& area : areas) sum += std::int64_t{area.width} * area.height;
  return sum;
}

bool covers_pixel(const std::vector<Area>& areas, int x, int y) {
  for (const Area& area : areas) {
    if (area.intersects({x, y, 1, 1})) return true;
  }
  return false;
}

std::vector<ColoredCorner> triangle(double x, double y, double size) {
  return {{x, y, 0}, {x + size, y, 0}, {x + size, y + size, 0}};
}

}  // namespace

TEST_CASE("a slanted shape costs little more than itself") {
  BandedDamage damage(large);
  damage.add(triangle(100, 100, 800), 0.5);
  CHECK(pixels(damage.areas()) < 1.1 * 320'000);
  for (int i = 0; i < 800; i += 50) CHECK(covers_pixel(damage.areas(), 899, 100 + i));
  for (int i = 0; i < 800; i += 50) CHECK(covers_pixel(damage.areas(), 101 + i, 100 + i));
}

TEST_CASE("of two shapes of one colour only what one of them covers is damaged") {
  BandedDamage damage(large);
  damage.add_difference(triangle(100, 100, 800), triangle(90, 100, 810), 0.5);
  CHECK(pixels(damage.areas()) < 0.2 * 320'000);
  CHECK(covers_pixel(damage.areas(), 495, 503));  // between their slanted sides
  CHECK_FALSE(covers_pixel(damage.areas(), 800, 300));
}

TEST_CASE("areas of damage do not overlap, and lie within the bounds") {
  BandedDamage damage({0, 0, 300, 200});
  damage.add(triangle(-50, -50, 200), 12);
  damage.add(triangle(60, 20, 400), 0.5);
  damage.add(Area{10, 10, 100, 33});
  damage.add(Area{});
  const std::vector<Area> areas = damage.areas();
  REQUIRE_FALSE(areas.empty());
  for (std::size_t i = 0; i < areas.size(); ++i) {
    CHECK(areas[i].intersection({0, 0, 300, 200}) == areas[i]);
    for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(areas[i].intersects(areas[k]));
  }
}

TEST_CASE("of a shape that is not convex the box around it is damaged") {
  const std::vector<ColoredCorner> arrow{{100, 100, 0}, {500, 500, 0}, {100, 900, 0}, {300, 500, 0}};
  BandedDamage damage(large);
  damage.add(arrow, 0.5);
  CHECK(covers_pixel(damage.areas(), 105, 500));
  CHECK(covers_pixel(damage.areas(), 495, 105));
}
