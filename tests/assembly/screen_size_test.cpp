#include "assembly/screen_size.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::assembly;

namespace {

const platform::Monitor wide{1218, 685, 3840, 2160};

std::string told(const Screen& screen) {
  const auto number = [](double value) { return std::to_string(static_cast<int>(value)); };
  return number(screen.width_mm) + "x" + number(screen.height_mm) + " mm " + number(screen.width_px) + "x" +
         number(screen.height_px);
}

Screen turned(int degrees) {
  Screen screen;
  screen.rotation = degrees;
  return screen;
}

}  // namespace

TEST_CASE("the size in the settings takes precedence over the monitor's") {
  Screen screen;
  screen.width_mm = 500;
  screen.height_mm = 300;
  screen.mm_source = SizeSource::settings;
  CHECK(sized(screen, wide) == screen);
}

TEST_CASE("without a size in the settings the monitor's size is used") {
  const Screen screen = sized(Screen{}, wide);
  CHECK(told(screen) == "1218x685 mm 3840x2160");
  CHECK(screen.mm_source == SizeSource::monitor);
  CHECK(screen.px_source == SizeSource::monitor);
}

TEST_CASE("without a monitor that reports its size the default is used") {
  const Screen screen = sized(Screen{}, std::nullopt);
  CHECK(screen == Screen{});
  CHECK(screen.mm_source == SizeSource::fallback);
}

TEST_CASE("width and height are those of the picture on a screen that hangs on its side") {
  CHECK(told(sized(turned(90), wide)) == "685x1218 mm 2160x3840");
  CHECK(told(sized(turned(270), wide)) == "685x1218 mm 2160x3840");
  CHECK(told(sized(turned(180), wide)) == "1218x685 mm 3840x2160");
  CHECK(told(sized(turned(90), std::nullopt)) == "268x476 mm 1080x1920");
}

TEST_CASE("pixels from the settings stay and the monitor's sides take their orientation") {
  Screen screen;
  screen.px_source = SizeSource::settings;
  CHECK(told(sized(screen, wide)) == "1218x685 mm 1920x1080");
  std::swap(screen.width_px, screen.height_px);  // the desktop is turned, the picture is not
  CHECK(told(sized(screen, wide)) == "685x1218 mm 1080x1920");
  screen.rotation = 90;
  CHECK(told(sized(screen, wide)) == "685x1218 mm 1080x1920");
}

TEST_CASE("a monitor that reports no pixels leaves the default ones") {
  CHECK(told(sized(Screen{}, platform::Monitor{1218, 685, 0, 0})) == "1218x685 mm 1920x1080");
}
