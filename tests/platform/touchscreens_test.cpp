#include "platform/touchscreens.h"

#include <cmath>
#include <utility>

#include "catch.h"

using namespace anteroom::platform;

namespace {

// Where a touch at u, v of the panel arrives, in pixels of `desktop`.
std::pair<long, long> arrival(const TouchMatrix& m, const Area& desktop, float u, float v) {
  return {std::lround((m[0] * u + m[1] * v + m[2]) * static_cast<float>(desktop.width)),
          std::lround((m[3] * u + m[4] * v + m[5]) * static_cast<float>(desktop.height))};
}

}  // namespace

TEST_CASE("a touchscreen is found by part of its name and without a name only if it is the only one") {
  const std::vector<std::string> both{"EETI eGalaxTouch", "ILITEK Multi-Touch", "ILITEK Multi-Touch Mouse"};
  CHECK(own_touchscreens(both, {"egalax", true}) == std::vector<std::size_t>{0});
  CHECK(own_touchscreens(both, {"ilitek", true}) == std::vector<std::size_t>{1, 2});
  CHECK(own_touchscreens(both, {"Elo", true}).empty());
  CHECK(own_touchscreens(both, {"", true}).empty());
  CHECK(own_touchscreens({"Elo"}, {"", true}) == std::vector<std::size_t>{0});
  CHECK(own_touchscreens({"Elo"}, {"", false}).empty());
}

TEST_CASE("a touchscreen that cannot be told is named with those that there are") {
  CHECK(touch_fault({}, {"Elo", true}, 1) == "touchscreen `Elo` is not connected (connected: none)");
  CHECK(touch_fault({"A", "B"}, {"Elo", true}, 1) == "touchscreen `Elo` is not connected (connected: \"A\"; \"B\")");
  CHECK(touch_fault({"A", "B"}, {"a", true}, 2).empty());
  CHECK(touch_fault({"A", "B"}, {"", true}, 1).empty());
  CHECK(touch_fault({"A", "B"}, {"", false}, 2).empty());
  CHECK(touch_fault({}, {"", true}, 2).empty());
  CHECK(
      touch_fault({"A", "B"}, {"", true}, 2) ==
      "several touchscreens are connected (\"A\"; \"B\"); write this screen's into `touch` in [screen], or its touches "
      "may count on another one");
}

TEST_CASE("touches go to their monitor's place on the desktop as its picture is turned") {
  const Area desktop{0, 0, 3200, 1280}, place{1920, 0, 1280, 720};
  CHECK(arrival(touch_matrix(place, desktop, 0), desktop, 0, 0) == std::pair(1920L, 0L));
  CHECK(arrival(touch_matrix(place, desktop, 0), desktop, 1, 1) == std::pair(3200L, 720L));
  // Turned anticlockwise, the picture's top is on the panel's left.
  const Area tall{1920, 0, 720, 1280};
  CHECK(arrival(touch_matrix(tall, desktop, 90), desktop, 0, 0) == std::pair(2640L, 0L));
  CHECK(arrival(touch_matrix(tall, desktop, 90), desktop, 0, 1) == std::pair(1920L, 0L));
  CHECK(arrival(touch_matrix(tall, desktop, 90), desktop, 1, 1) == std::pair(1920L, 1280L));
  CHECK(arrival(touch_matrix(tall, desktop, 270), desktop, 0, 0) == std::pair(1920L, 1280L));
  CHECK(arrival(touch_matrix(tall, desktop, 270), desktop, 1, 0) == std::pair(1920L, 0L));
  CHECK(arrival(touch_matrix(place, desktop, 180), desktop, 0, 0) == std::pair(3200L, 720L));
  CHECK(touch_matrix(desktop, desktop, 0) == TouchMatrix{1, 0, 0, 0, 1, 0, 0, 0, 1});
}
