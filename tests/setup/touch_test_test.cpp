#include "setup/touch_test.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::setup;

TEST_CASE("four touches at the rings pass the touch test and each lights the next") {
  TouchTest test{Screen{}};
  CHECK(test.request() == "Touch the ring that is lit: the upper left one (1 of 4)");
  CHECK(test.result() == "touch: no touch has arrived");
  const std::vector<TouchRing> rings = test.rings();
  for (std::size_t i = 0; i < rings.size(); ++i) {
    CHECK(test.rings()[i].state == TouchRing::State::lit);
    test.take({rings[i].at.x + 3, rings[i].at.y - 4});
    CHECK(test.rings()[i].state == TouchRing::State::touched);
  }
  CHECK(test.is_over());
  CHECK(test.is_sound());
  CHECK(test.result() == "touch: all four corners, at most 5 mm beside their middles");
}

TEST_CASE("a touch beside the ring counts for nothing and is shown") {
  TouchTest test{Screen{}};
  test.take({238, 134});
  CHECK(test.rings()[0].state == TouchRing::State::lit);
  CHECK(test.stray() == std::vector<scene::Point>{{238, 134}});
  CHECK(test.result() == "touch: 0 of 4 corners");
}

TEST_CASE("a touchscreen that is turned against its picture is named") {
  TouchTest test{Screen{}};
  test.take(test.rings()[2].at);
  CHECK_FALSE(test.is_sound());
  CHECK(test.result() ==
        "touch: 0 of 4 corners; a touch at the upper left arrived at the lower right: the touchscreen is turned or "
        "mirrored against its picture, or belongs to another monitor; docs/installer.md says under \"Touches arrive "
        "elsewhere\" what to do");
}

TEST_CASE("the rings are on the screen and the ruler is no wider than it") {
  for (const auto& [width, height] : {std::pair(476.0, 268.0), {268.0, 476.0}, {2436.0, 1370.0}, {60.0, 50.0}}) {
    Screen screen;
    screen.width_mm = width;
    screen.height_mm = height;
    const double radius = ring_radius(screen);
    for (const TouchRing& ring : corner_rings(screen)) {
      CHECK(ring.at.x >= radius);
      CHECK(ring.at.y >= radius);
      CHECK(ring.at.x <= width - radius);
      CHECK(ring.at.y <= height - radius);
    }
    CHECK(ruler_length(screen) < width);
  }
}
