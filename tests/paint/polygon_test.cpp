#include "paint/polygon.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.h"
#include "drawing.h"
#include "paint/rasteriser.h"

using namespace anteroom::paint;

namespace {

constexpr ImU32 polygon_ink = IM_COL32_WHITE;
using Corners = std::vector<ColoredCorner>;

Layer drawn(const Corners& corners, double soft = 0, int width = 200, int height = 200) {
  Layer layer = blank(width, height);
  Drawing drawing(layer);
  add_polygon(drawing.list, corners, soft);
  rasterise(drawing.list, layer);
  return layer;
}

// The white area, in pixels.
double coverage(const Layer& layer) {
  double sum = 0;
  for (const std::uint32_t pixel : layer.pixels) sum += (pixel & 255) / 255.0;
  return sum;
}

double area(const Corners& corners) {
  double twice = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const ColoredCorner &a = corners[i], &b = corners[(i + 1) % corners.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::fabs(twice) / 2;
}

// Points at random positions on a circle: always convex.
Corners random_polygon(Numbers& numbers, int count, double radius) {
  std::vector<double> angles;
  for (int i = 0; i < count; ++i) angles.push_back(numbers.fraction(0, 6));
  std::sort(angles.begin(), angles.end());
  Corners corners;
  for (const double angle : angles) {
    corners.push_back({100 + radius * std::cos(angle), 100 + 0.7 * radius * std::sin(angle), polygon_ink});
  }
  return corners;
}

Corners box(double x0, double y0, double x1, double y1) {
  return {{x0, y0, polygon_ink}, {x1, y0, polygon_ink}, {x1, y1, polygon_ink}, {x0, y1, polygon_ink}};
}

}  // namespace

TEST_CASE("a polygon covers as much as its area") {
  Numbers numbers(GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u));
  for (int i = 0; i < 10; ++i) {
    Corners corners = random_polygon(numbers, numbers.between(3, 12), numbers.between(30, 90));
    if (area(corners) < 300) continue;
    CAPTURE(area(corners), corners.size());
    CHECK(std::fabs(coverage(drawn(corners)) - area(corners)) <= 0.02 * area(corners));
    const Layer clockwise = drawn(corners);
    std::reverse(corners.begin(), corners.end());
    CHECK(std::fabs(coverage(drawn(corners)) - coverage(clockwise)) <= 0.002 * area(corners));
  }
}

TEST_CASE("a corner cut off by less than a pixel changes next to nothing") {
  const double cut = GENERATE(0.001, 0.01, 0.1, 0.4, 0.9);
  const Corners corners = {{20.5, 20.5, polygon_ink},
                           {150.5 - cut, 20.5, polygon_ink},
                           {150.5, 20.5 + cut, polygon_ink},
                           {150.5, 90.5, polygon_ink},
                           {20.5, 90.5, polygon_ink}};
  const Layer layer = drawn(corners);
  CHECK(at(layer, 80, 60) == white);
  CHECK(std::fabs(coverage(layer) - area(corners)) <= 3);
}

TEST_CASE("a polygon on whole pixels has sharp sides") {
  const Layer layer = drawn(box(10, 5, 50, 35));
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 60; ++x) {
      const bool corner = (x == 10 || x == 49) && (y == 5 || y == 34);
      if (!corner) REQUIRE(at(layer, x, y) == (x >= 10 && x < 50 && y >= 5 && y < 35 ? white : black));
    }
  }
}

TEST_CASE("a soft rim falls evenly from half inside to half outside") {
  const double soft = GENERATE(2.0, 10.0, 24.0);
  const Layer layer = drawn(box(50, 20, 180, 180), soft);
  for (int x = 20; x < 100; ++x) {
    const double exact = std::clamp((x + 0.5 - 50 + soft / 2) / soft, 0.0, 1.0);
    REQUIRE(std::fabs((at(layer, x, 100) & 255) / 255.0 - exact) <= 0.01);
  }
  CHECK(at(layer, 120, 100) == white);
}

TEST_CASE("a polygon thinner than its rim is as faint as it is thin") {
  const double thick = GENERATE(0.05, 0.2, 0.5, 0.9, 1.5, 4.0);
  const double soft = GENERATE(0.0, 3.0);
  double sum = 0;
  for (int i = 0; i < 10; ++i) sum += coverage(drawn(box(20.3, 60 + i / 10.0, 180.3, 60 + i / 10.0 + thick), soft));
  CHECK(std::fabs(sum / 10 - 160 * thick) <= 0.03 * 160 * thick + 1);
}

TEST_CASE("a polygon's colours run from corner to corner") {
  Corners corners = box(0, 0, 200, 100);
  corners[1].color = corners[2].color = IM_COL32_BLACK;
  const Layer layer = drawn(corners);
  for (int x = 2; x < 198; ++x) REQUIRE(std::fabs((at(layer, x, 50) & 255) - 255 * (1 - (x + 0.5) / 200)) <= 2);
}

TEST_CASE("a polygon that encloses nothing draws nothing") {
  constexpr double none = std::numeric_limits<double>::quiet_NaN(), endless = std::numeric_limits<double>::infinity();
  const Corners corners = GENERATE_COPY(values<Corners>({
      {},
      {{10, 10, polygon_ink}},
      {{10, 10, polygon_ink}, {50, 50, polygon_ink}},
      {{10, 10, polygon_ink}, {50, 50, polygon_ink}, {90, 90, polygon_ink}},
      {{10, 10, polygon_ink}, {50, 50, polygon_ink}, {10, 10, polygon_ink}, {50, 50, polygon_ink}},
      {{10, 10, polygon_ink}, {10, 10, polygon_ink}, {10, 10, polygon_ink}},
      {{10, 10, polygon_ink}, {none, 10, polygon_ink}, {50, 90, polygon_ink}},
      {{10, 10, polygon_ink}, {50, endless, polygon_ink}, {50, 90, polygon_ink}},
      {{1e300, 10, polygon_ink}, {50, 10, polygon_ink}, {50, 90, polygon_ink}},
  }));
  CHECK(drawn(corners, GENERATE(0.0, 8.0)) == blank(200, 200));
}

TEST_CASE("repeated corners count once") {
  const Corners once = box(20.2, 20.7, 90.1, 60.9);
  Corners twice;
  for (const ColoredCorner& corner : once) twice.insert(twice.end(), 2, corner);
  twice.push_back(once.front());
  CHECK(drawn(twice) == drawn(once));
}

TEST_CASE("any corners are drawn within their blur extent") {
  Numbers numbers(GENERATE(31u, 32u, 33u, 34u));
  for (int i = 0; i < 300; ++i) {
    Corners corners;
    const int count = numbers.between(3, 9);
    for (int k = 0; k < count; ++k) {
      const double x = numbers.fraction(60, 140), y = numbers.fraction(60, 140);
      corners.push_back({x, numbers.between(0, 4) == 0 ? 100 : y, polygon_ink});
    }
    const double soft = i % 2 == 0 ? 0 : 20, reach = blur_extent(soft) + 1;
    const auto inside = [&](int x, int y) {
      return x >= 60 - reach && x <= 140 + reach && y >= 60 - reach && y <= 140 + reach;
    };
    const Layer layer = drawn(corners, i % 4 == 0 ? std::numeric_limits<double>::quiet_NaN() : soft);
    for (int y = 0; y < 200; ++y) {
      for (int x = 0; x < 200; ++x) {
        if (!inside(x, y)) REQUIRE(at(layer, x, y) == black);
      }
    }
  }
}

TEST_CASE("the same polygons give the same pixels with every compiler") {
  Numbers numbers(77);
  Layer layer = blank(160, 120, 0xFFFAF6EF);
  Drawing drawing(layer);
  for (int i = 0; i < 40; ++i) {
    // On a parabola, which is convex and needs no cosine.
    Corners corners;
    const double x0 = numbers.fraction(0, 160), y0 = numbers.fraction(0, 120), width = numbers.fraction(5, 60);
    const int count = numbers.between(3, 7);
    for (int k = 0; k < count; ++k) {
      const double t = static_cast<double>(k) / (count - 1);
      const ImU32 color = numbers.bits();
      corners.push_back({x0 + t * width, y0 + 4 * t * (t - 1) * width, color});
    }
    const int soft = numbers.between(0, 9);
    add_polygon(drawing.list, corners, soft);
  }
  rasterise(drawing.list, layer);
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const std::uint32_t pixel : layer.pixels) hash = (hash ^ pixel) * 1099511628211U;
  CHECK(hash == 0x7cd81e96137bdd67);
}

TEST_CASE("of a hollow polygon only the rim is drawn, and that as in a whole one") {
  const Corners corners = {
      {40, 40, polygon_ink}, {160, 50, polygon_ink}, {150, 150, polygon_ink}, {60, 140, polygon_ink}};
  constexpr double soft = 20;
  Layer hollow = blank(200, 200);
  Drawing drawing(hollow);
  add_polygon(drawing.list, corners, soft, true);
  rasterise(drawing.list, hollow);
  const Layer whole = drawn(corners, soft);
  int rim = 0, inside = 0;
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 200; ++x) {
      if (at(whole, x, y) == white && at(hollow, x, y) == black) {
        ++inside;
      } else {
        REQUIRE(at(hollow, x, y) == at(whole, x, y));
        if (at(hollow, x, y) != black) ++rim;
      }
    }
  }
  CHECK(at(hollow, 100, 100) == black);
  CHECK(inside > 5000);
  CHECK(rim > 2000);
}
