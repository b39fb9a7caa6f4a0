#include "paint/rasteriser.h"

#include <cmath>

#include "catch.h"
#include "drawing.h"
#include "paint/blend.h"
#include "paint/sample.h"
#include "paint/shapes.h"

using namespace anteroom::paint;

namespace {

constexpr ImU32 rasteriser_ink = IM_COL32(255, 255, 255, 255);

// The area of the ink on a black layer, in pixels.
double covered(const Layer& layer) {
  double sum = 0;
  for (const std::uint32_t pixel : layer.pixels) sum += (pixel & 255) / 255.0;
  return sum;
}

double polygon_area(const std::vector<ImVec2>& points) {
  double doubled = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 a = points[i], b = points[(i + 1) % points.size()];
    doubled += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
  }
  return std::fabs(doubled) / 2;
}

}  // namespace

TEST_CASE("a box on whole pixels is exact") {
  Layer layer = blank(8, 6, 0xFF102030);
  Drawing drawing(layer);
  drawing.list.AddRectFilled(ImVec2(2, 1), ImVec2(5, 4), IM_COL32(200, 100, 50, 255));
  rasterise(drawing.list, layer);
  for (int y = 0; y < 6; ++y) {
    for (int x = 0; x < 8; ++x) {
      const bool inside = x >= 2 && x < 5 && y >= 1 && y < 4;
      CHECK(at(layer, x, y) == (inside ? 0xFFC86432 : 0xFF102030));
    }
  }
}

TEST_CASE("a translucent colour is mixed with the background and rounded to the nearest") {
  Layer layer = blank(2, 1, 0xFF0064FF);
  Drawing drawing(layer);
  drawing.list.AddRectFilled(ImVec2(0, 0), ImVec2(1, 1), IM_COL32(255, 0, 0, 128));
  rasterise(drawing.list, layer);
  CHECK(at(layer, 0, 0) == 0xFF80327F);  // 255 * 128/255; 100 * 127/255 = 49.8; 255 * 127/255
  CHECK(at(layer, 1, 0) == 0xFF0064FF);
}

TEST_CASE("every translucent colour stays within one step of the exact mix") {
  for (unsigned alpha = 0; alpha <= 255; ++alpha) {
    for (unsigned ground = 0; ground <= 255; ground += 5) {
      const std::uint32_t mixed = over(0xFF000000 | ground << 8, premultiplied(0, 200, 0, alpha));
      const double exact = (200.0 * alpha + ground * (255.0 - alpha)) / 255;
      REQUIRE(std::fabs((mixed >> 8 & 255) - exact) <= 1.0);
      REQUIRE(mixed >> 24 == 255);
    }
  }
}

TEST_CASE("a soft shape covers as much as its area") {
  Numbers numbers(GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u));
  Layer layer = blank(300, 300);
  Drawing drawing(layer);
  double area = 0;
  SECTION("a convex polygon of ImGui") {
    std::vector<ImVec2> points;
    const double turn = numbers.fraction(0, 6);
    for (int i = 0; i < 7; ++i) {
      const double angle = turn + i * 6.28318530718 / 7;
      points.emplace_back(static_cast<float>(150 + 120 * std::cos(angle)),
                          static_cast<float>(150 + 90 * std::sin(angle)));
    }
    drawing.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), rasteriser_ink);
    area = polygon_area(points);
  }
  SECTION("a round box") {
    const RoundBox box{numbers.fraction(5, 50), numbers.fraction(5, 50), numbers.fraction(200, 280),
                       numbers.fraction(200, 280), numbers.fraction(0, 60)};
    add_box(drawing.list, box, rasteriser_ink);
    area = (box.x1 - box.x0) * (box.y1 - box.y0) - (4 - 3.14159265) * box.radius * box.radius;
  }
  SECTION("a circle") {
    const double x = numbers.fraction(140, 160), y = numbers.fraction(140, 160), radius = numbers.fraction(4, 120);
    add_box(drawing.list, {x - radius, y - radius, x + radius, y + radius, radius}, rasteriser_ink);
    area = 3.14159265 * radius * radius;
  }
  SECTION("a ring") {
    const double radius = numbers.fraction(30, 120), thick = numbers.fraction(1, 20);
    add_ring(drawing.list, {150 - radius, 150 - radius, 150 + radius, 150 + radius, radius}, thick, rasteriser_ink);
    area = 3.14159265 * (radius * radius - (radius - thick) * (radius - thick));
  }
  rasterise(drawing.list, layer);
  CHECK(std::fabs(covered(layer) - area) <= 0.01 * area);
}

TEST_CASE("a round box on whole pixels has sharp sides") {
  Layer layer = blank(60, 40);
  Drawing drawing(layer);
  add_box(drawing.list, {10, 5, 50, 35, 8}, rasteriser_ink);
  rasterise(drawing.list, layer);
  CHECK(at(layer, 9, 20) == black);
  CHECK(at(layer, 10, 20) == white);
  CHECK(at(layer, 49, 20) == white);
  CHECK(at(layer, 50, 20) == black);
  CHECK(at(layer, 30, 4) == black);
  CHECK(at(layer, 30, 5) == white);
  CHECK(at(layer, 30, 34) == white);
  CHECK(at(layer, 30, 35) == black);
  CHECK(at(layer, 10, 5) == black);
}

TEST_CASE("triangles that share edges leave no gap and blend nothing twice") {
  Numbers numbers(GENERATE(11u, 12u, 13u, 14u, 15u, 16u, 17u, 18u, 19u, 20u));
  constexpr int cells = 12, size = 120;
  Layer layer = blank(size, size, 0xFF405060);
  Drawing drawing(layer);
  ImVec2 corners[cells + 1][cells + 1];
  for (int y = 0; y <= cells; ++y) {
    for (int x = 0; x <= cells; ++x) {
      const auto place = [&](int i) {
        const int whole = i * size / cells;
        return static_cast<float>(whole) + (i == 0 || i == cells ? 0 : numbers.fraction(-2, 2));
      };
      corners[y][x] = ImVec2(place(x), place(y));
    }
  }
  const ImU32 color = IM_COL32(250, 20, 90, 100);
  for (int y = 0; y < cells; ++y) {
    for (int x = 0; x < cells; ++x) {
      const ImDrawVert a{corners[y][x], {}, color}, b{corners[y][x + 1], {}, color},
          c{corners[y + 1][x + 1], {}, color}, d{corners[y + 1][x], {}, color};
      add_triangle(drawing.list, c, a, b);
      add_triangle(drawing.list, a, c, d);
    }
  }
  rasterise(drawing.list, layer);
  CHECK(layer == blank(size, size, over(0xFF405060, premultiplied(color))));
}

TEST_CASE("a rectangle is the same by rows and by triangles") {
  Numbers numbers(GENERATE(21u, 22u, 23u, 24u, 25u));
  for (int i = 0; i < 50; ++i) {
    const float x0 = numbers.fraction(-10, 40), y0 = numbers.fraction(-10, 40);
    const float x1 = x0 + numbers.fraction(0, 40), y1 = y0 + numbers.fraction(0, 40);
    const ImU32 color = numbers.bits();
    Layer by_rows = blank(50, 50, 0xFF777777), by_triangles = by_rows;
    Drawing rows(by_rows), triangles(by_triangles);
    rows.list.AddRectFilled(ImVec2(x0, y0), ImVec2(x1, y1), color);
    add_triangle(triangles.list, vertex(x0, y0, color), vertex(x1, y0, color), vertex(x1, y1, color));
    add_triangle(triangles.list, vertex(x0, y1, color), vertex(x0, y0, color), vertex(x1, y1, color));
    rasterise(rows.list, by_rows);
    rasterise(triangles.list, by_triangles);
    REQUIRE(by_rows == by_triangles);
  }
}

TEST_CASE("colours are interpolated between corners") {
  Layer layer = blank(256, 2);
  Drawing drawing(layer);
  drawing.list.AddRectFilledMultiColor(ImVec2(0, 0), ImVec2(256, 2), IM_COL32(0, 0, 0, 255), IM_COL32(255, 0, 128, 255),
                                       IM_COL32(255, 0, 128, 255), IM_COL32(0, 0, 0, 255));
  rasterise(drawing.list, layer);
  for (int x = 0; x < 256; ++x) {
    const double share = (x + 0.5) / 256;
    REQUIRE(std::fabs((at(layer, x, 0) >> 16 & 255) - 255 * share) <= 0.51);
    REQUIRE(std::fabs((at(layer, x, 1) & 255) - 128 * share) <= 0.51);
    REQUIRE((at(layer, x, 0) & 0xFF00) == 0);
  }
}

TEST_CASE("a picture on whole pixels is copied to the bit") {
  Numbers numbers(31);
  const bool opaque = GENERATE(true, false);
  const Texture texture = noise(13, 9, opaque, numbers);
  Layer layer = blank(20, 20, 0xFF336699);
  Drawing drawing(layer);
  drawing.list.AddImage(texture_id(&texture), ImVec2(4, 7), ImVec2(17, 16));
  rasterise(drawing.list, layer);
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 20; ++x) {
      const bool inside = x >= 4 && x < 17 && y >= 7 && y < 16;
      const std::uint32_t texel = inside ? texture.pixels[static_cast<std::size_t>((y - 7) * 13 + x - 4)] : 0;
      REQUIRE(at(layer, x, y) == over(0xFF336699, texel));
    }
  }
}

TEST_CASE("a picture between pixels is mixed from its neighbours") {
  const Texture texture{2, 1, true, {0xFF000000, 0xFF6496C8}};
  Layer layer = blank(3, 1, white);
  Drawing drawing(layer);
  drawing.list.AddImage(texture_id(&texture), ImVec2(0.5f, 0), ImVec2(2.5f, 1));
  rasterise(drawing.list, layer);
  CHECK(at(layer, 0, 0) == 0xFF000000);
  CHECK(at(layer, 1, 0) == 0xFF324B64);
  CHECK(at(layer, 2, 0) == white);  // its centre is where the picture ends
}

TEST_CASE("a picture moved by part of a pixel is mixed as each pixel alone, up to its edges") {
  Numbers numbers(GENERATE(range(51u, 56u)));
  for (int round = 0; round < 20; ++round) {
    const int width = numbers.between(1, 19), height = numbers.between(1, 9);
    const Texture texture = noise(width, height, false, numbers);
    const float x = static_cast<float>(numbers.between(-64, 256)) / 16,
                y = static_cast<float>(numbers.between(-64, 256)) / 16;
    const ImU32 color = IM_COL32(255, 255, 255, numbers.between(1, 255));
    Layer layer = blank(24, 24, 0xFF808080), expected = layer;
    Drawing drawing(layer);
    drawing.list.PushClipRect(ImVec2(3, 2), ImVec2(20, 21));
    drawing.list.AddImage(texture_id(&texture), ImVec2(x, y),
                          ImVec2(x + static_cast<float>(width), y + static_cast<float>(height)), ImVec2(0, 0),
                          ImVec2(1, 1), color);
    rasterise(drawing.list, layer);
    for (int row = 2; row < 21; ++row) {
      for (int column = 3; column < 20; ++column) {
        const double u = column + 0.5 - x, v = row + 0.5 - y;
        if (u < 0 || u >= width || v < 0 || v >= height) continue;
        std::uint32_t& pixel = expected.row(row)[column];
        pixel = over(pixel, tinted(sample(texture, u, v), color));
      }
    }
    INFO(width << " x " << height << " at " << x << ", " << y);
    REQUIRE(layer == expected);
  }
}

TEST_CASE("a picture is the same by rows and by triangles to one step") {
  Numbers numbers(GENERATE(41u, 42u, 43u));
  const Texture texture = noise(16, 16, false, numbers);
  const ImVec2 from(numbers.fraction(0, 8), numbers.fraction(0, 8)), to(from.x + 37.25f, from.y + 29.5f);
  Layer by_rows = blank(50, 50, 0xFF808080), by_triangles = by_rows;
  Drawing rows(by_rows), triangles(by_triangles);
  rows.list.AddImage(texture_id(&texture), from, to, ImVec2(0, 0), ImVec2(1, 1), IM_COL32(255, 128, 64, 200));
  triangles.list.PushTextureID(texture_id(&texture));
  const ImU32 color = IM_COL32(255, 128, 64, 200);
  add_triangle(triangles.list, vertex(from.x, from.y, color, 0, 0), vertex(to.x, from.y, color, 1, 0),
               vertex(to.x, to.y, color, 1, 1));
  add_triangle(triangles.list, vertex(from.x, to.y, color, 0, 1), vertex(from.x, from.y, color, 0, 0),
               vertex(to.x, to.y, color, 1, 1));
  rasterise(rows.list, by_rows);
  rasterise(triangles.list, by_triangles);
  CHECK(by_rows != blank(50, 50, 0xFF808080));
  for (std::size_t i = 0; i < by_rows.pixels.size(); ++i) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      const int difference =
          static_cast<int>(by_rows.pixels[i] >> shift & 255) - static_cast<int>(by_triangles.pixels[i] >> shift & 255);
      REQUIRE(std::abs(difference) <= 2);
    }
  }
}

TEST_CASE("a shape at one texel takes that texel as its colour") {
  const Texture texture{2, 1, true, {0xFF00FF00, 0xFFFFFFFF}};
  Layer layer = blank(9, 4);
  Drawing drawing(layer);
  drawing.list.PushTextureID(texture_id(&texture));
  const ImU32 red = IM_COL32(255, 0, 0, 255);
  add_triangle(drawing.list, vertex(0, 0, red, 0.75f, 0.5f), vertex(8, 0, red, 0.75f, 0.5f),
               vertex(0, 4, red, 0.75f, 0.5f));
  rasterise(drawing.list, layer);
  CHECK(at(layer, 0, 0) == 0xFFFF0000);
  CHECK(at(layer, 8, 3) == black);
}

TEST_CASE("nothing is painted outside the clip rectangle") {
  Numbers numbers(51);
  const Texture texture = noise(64, 64, true, numbers);
  Layer layer = blank(40, 40);
  Drawing drawing(layer);
  drawing.list.PushClipRect(ImVec2(7, 9), ImVec2(21, 30));
  drawing.list.AddRectFilled(ImVec2(-5, -5), ImVec2(100, 100), rasteriser_ink);
  drawing.list.AddImage(texture_id(&texture), ImVec2(-4, -4), ImVec2(60, 60));
  add_triangle(drawing.list, vertex(-100, -100, rasteriser_ink), vertex(200, -50, rasteriser_ink),
               vertex(30, 300, rasteriser_ink));
  add_box(drawing.list, {-3, -3, 50.5, 50.5, 9}, rasteriser_ink);
  rasterise(drawing.list, layer);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 40; ++x) {
      const bool inside = x >= 7 && x < 21 && y >= 9 && y < 30;
      REQUIRE(at(layer, x, y) == (inside ? white : black));
    }
  }
}

TEST_CASE("a list of more than 65536 vertices is drawn whole") {
  Layer layer = blank(200, 200);
  Drawing drawing(layer);
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 200; ++x) {
      const auto left = static_cast<float>(x), top = static_cast<float>(y);
      drawing.list.AddRectFilled(ImVec2(left, top), ImVec2(left + 1, top + 1), IM_COL32(x, y, 7, 255));
    }
  }
  rasterise(drawing.list, layer);
  REQUIRE(drawing.list.CmdBuffer.back().VtxOffset > 0);
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 200; ++x) {
      REQUIRE(at(layer, x, y) == (0xFF000007 | static_cast<unsigned>(x) << 16 | static_cast<unsigned>(y) << 8));
    }
  }
}

TEST_CASE("the same shapes give the same pixels with every compiler") {
  Numbers numbers(71);
  const Texture texture = noise(31, 17, false, numbers);
  Layer layer = blank(160, 120, 0xFFFAF6EF);
  Drawing drawing(layer);
  for (int i = 0; i < 60; ++i) {
    // One number per statement: the compiler chooses the order in which arguments are evaluated.
    ImDrawVert corners[3];
    for (ImDrawVert& corner : corners) {
      corner.pos.x = numbers.fraction(-20, 180);
      corner.pos.y = numbers.fraction(-20, 140);
      corner.uv.x = numbers.fraction(-1, 2);
      corner.uv.y = numbers.fraction(-1, 2);
      corner.col = numbers.bits();
    }
    if (i % 3 == 0) drawing.list.PushTextureID(texture_id(&texture));
    add_triangle(drawing.list, corners[0], corners[1], corners[2]);
    if (i % 3 == 0) drawing.list.PopTextureID();
    const double x = numbers.fraction(-5, 150), y = numbers.fraction(-5, 110), size = numbers.fraction(1, 60);
    const double radius = size / numbers.between(2, 9), thick = numbers.fraction(1, 4);
    add_box(drawing.list, {x, y, x + size, y + size, radius}, corners[0].col);
    add_ring(drawing.list, {y, x, y + size, x + size, size / 3}, thick, corners[1].col);
  }
  rasterise(drawing.list, layer);
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const std::uint32_t pixel : layer.pixels) hash = (hash ^ pixel) * 1099511628211U;
  CHECK(hash == 0x31709b70c6274f0a);
}
