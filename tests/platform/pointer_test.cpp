#include "platform/pointer.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::platform;

namespace {

Screen turned(int degrees) {
  Screen screen;
  screen.width_mm = degrees % 180 == 0 ? 480 : 270;
  screen.height_mm = degrees % 180 == 0 ? 270 : 480;
  screen.rotation = degrees;
  return screen;
}

}  // namespace

TEST_CASE("a finger on the display maps to the picture under it whichever way the screen is mounted") {
  struct Row {
    int degrees;
    scene::Point top_left;  // of the upright picture, in pixels of the display
  };
  for (const Row& row : {Row{0, {0, 0}}, Row{90, {1920, 0}}, Row{180, {1920, 1080}}, Row{270, {0, 1080}}}) {
    INFO(row.degrees);
    const Screen screen = turned(row.degrees);
    CHECK(screen.lies_on_side() == (row.degrees % 180 != 0));
    CHECK(area_on_glass(screen, 1920, 1080) == Area{0, 0, 1920, 1080});
    const scene::Point corner = point_on_screen(screen, 1920, 1080, row.top_left.x, row.top_left.y);
    CHECK(corner.x == Approx(0).margin(1e-9));
    CHECK(corner.y == Approx(0).margin(1e-9));
    const scene::Point middle = point_on_screen(screen, 1920, 1080, 960, 540);
    CHECK(middle.x == Approx(screen.width_mm / 2));
    CHECK(middle.y == Approx(screen.height_mm / 2));
  }
}

TEST_CASE("a finger outside the picture is outside the screen") {
  const Screen screen = turned(0);
  CHECK(area_on_glass(screen, 1920, 1200) == Area{0, 60, 1920, 1080});
  CHECK(point_on_screen(screen, 1920, 1200, 10, 30).y < 0);
  CHECK(point_on_screen(screen, 1920, 1200, 10, 1170).y > screen.height_mm);
  CHECK(point_on_screen(screen, 1920, 1200, 960, 60).y == Approx(0).margin(1e-9));
}
