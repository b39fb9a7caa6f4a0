#include "paint/ribbon.h"

#include <cmath>
#include <limits>

#include "catch.h"
#include "drawing.h"
#include "paint/rasteriser.h"

using namespace anteroom::paint;

namespace {

constexpr ImU32 ribbon_ink = IM_COL32_WHITE;

Layer ribbon_drawn(const std::vector<ColoredRung>& rungs) {
  Layer layer = blank(200, 200);
  Drawing drawing(layer);
  add_ribbon(drawing.list, rungs);
  rasterise(drawing.list, layer);
  return layer;
}

double white_area(const Layer& layer) {
  double sum = 0;
  for (const std::uint32_t pixel : layer.pixels) sum += (pixel & 255) / 255.0;
  return sum;
}

ColoredRung rung(double x, double upper, double lower, ImU32 color = ribbon_ink) {
  return {{x, upper, color}, {x, lower, color}};
}

// A wave of `thickness` from x = 20 to 180.
std::vector<ColoredRung> wave(double thickness) {
  std::vector<ColoredRung> rungs;
  for (int i = 0; i <= 40; ++i) {
    const double y = 100 + 30 * std::sin(i / 5.0);
    rungs.push_back(rung(20 + 4 * i, y, y + thickness));
  }
  return rungs;
}

}  // namespace

TEST_CASE("a ribbon covers as much as its area, however thin it is") {
  for (const double thickness : {40.0, 7.5, 2.0}) {
    INFO(thickness);
    CHECK(white_area(ribbon_drawn(wave(thickness))) == Approx(160 * thickness).epsilon(0.03));
  }
  CHECK(white_area(ribbon_drawn(wave(0))) == 0);
}

TEST_CASE("a ribbon on whole pixels is sharp, and one that goes on from it leaves no seam") {
  const std::vector<ColoredRung> whole{rung(20, 50, 90), rung(100, 50, 90)};
  const Layer one = ribbon_drawn(whole);
  CHECK(white_area(one) == 80 * 40);
  const Layer two = ribbon_drawn({rung(20, 50, 90), rung(61.3, 50, 90), rung(100, 50, 90)});
  CHECK(one == two);
}

TEST_CASE("the colours of a ribbon run from rung to rung and from side to side") {
  const Layer layer =
      ribbon_drawn({rung(0, 0, 200, IM_COL32(0, 0, 0, 255)), rung(200, 0, 200, IM_COL32(200, 200, 200, 255))});
  const auto at = [&](int x, int y) { return layer.pixels[static_cast<std::size_t>(y) * 200 + x] & 255; };
  CHECK(at(50, 100) == Approx(50).margin(2));
  CHECK(at(150, 100) == Approx(150).margin(2));
  ColoredRung left{{0, 0, IM_COL32(0, 0, 0, 255)}, {0, 200, IM_COL32(100, 100, 100, 255)}}, right = left;
  right.upper.x = right.lower.x = 200;
  const Layer down = ribbon_drawn({left, right});
  CHECK((down.pixels[50 * 200 + 100] & 255) == Approx(25).margin(2));
}

TEST_CASE("a ribbon of fewer than two rungs, or with one that is not finite, draws nothing") {
  const double nan = std::numeric_limits<double>::quiet_NaN(), endless = std::numeric_limits<double>::infinity();
  CHECK(white_area(ribbon_drawn({})) == 0);
  CHECK(white_area(ribbon_drawn({rung(20, 20, 90)})) == 0);
  for (const double odd : {nan, endless, -endless, 1e30}) {
    CHECK(white_area(ribbon_drawn({rung(20, 20, 90), rung(odd, 20, 90)})) == 0);
    CHECK(white_area(ribbon_drawn({rung(20, 20, 90), rung(90, odd, 90)})) == 0);
  }
}
