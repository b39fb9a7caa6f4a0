// Draw lists that no correct program makes: the rasteriser survives them all.
#include <cmath>
#include <iterator>
#include <limits>

#include "catch.h"
#include "drawing.h"
#include "paint/rasteriser.h"

using namespace anteroom::paint;

namespace {

constexpr ImU32 odd_ink = IM_COL32(255, 255, 255, 255);

}  // namespace

TEST_CASE("no vertex reads or writes outside") {
  using Float = std::numeric_limits<float>;
  constexpr float values[] = {Float::quiet_NaN(),
                              Float::infinity(),
                              -Float::infinity(),
                              Float::max(),
                              -Float::max(),
                              Float::denorm_min(),
                              -0.0f,
                              1e30f,
                              -1e30f,
                              3e9f,
                              -3e9f,
                              0,
                              1,
                              0.5f,
                              10,
                              15.999999f,
                              16,
                              31.5f,
                              -1,
                              2147483648.0f};
  Numbers numbers(GENERATE(61u, 62u, 63u, 64u));
  const Texture texture = noise(5, 3, false, numbers);
  const Texture hollow{1000, 1000, false, {}};
  const auto value = [&] { return values[numbers.bits() % std::size(values)]; };
  for (int i = 0; i < 3000; ++i) {
    Layer layer = blank(32, 16, 0xFF224466);
    Drawing drawing(layer);
    if (i % 7 == 0) drawing.list.PushClipRect(ImVec2(value(), value()), ImVec2(value(), value()));
    if (i % 3 == 0) drawing.list.PushTextureID(texture_id(i % 2 == 0 ? &texture : &hollow));
    const auto any = [&] { return vertex(value(), value(), numbers.bits(), value(), value()); };
    add_triangle(drawing.list, any(), any(), any());
    drawing.list.PrimReserve(6, 4);
    drawing.list.PrimRectUV(ImVec2(value(), value()), ImVec2(value(), value()), ImVec2(value(), value()),
                            ImVec2(value(), value()), numbers.bits());
    rasterise(drawing.list, layer);
    for (const std::uint32_t pixel : layer.pixels) REQUIRE(pixel >> 24 == 255);
  }
}

TEST_CASE("a triangle with a corner that is not a number paints nothing") {
  Layer layer = blank(8, 8);
  Drawing drawing(layer);
  add_triangle(drawing.list, vertex(0, 0, odd_ink), vertex(std::nanf(""), 0, odd_ink), vertex(0, 8, odd_ink));
  rasterise(drawing.list, layer);
  CHECK(layer == blank(8, 8));
}

TEST_CASE("corners far outside still cover the middle") {
  Layer layer = blank(16, 16);
  Drawing drawing(layer);
  add_triangle(drawing.list, vertex(-1e30f, -1e30f, odd_ink), vertex(1e30f, -1e30f, odd_ink),
               vertex(0, 1e30f, odd_ink));
  rasterise(drawing.list, layer);
  CHECK(layer == blank(16, 16, white));
}

TEST_CASE("commands and indices that point outside the list are skipped") {
  Layer layer = blank(8, 8);
  Drawing drawing(layer);
  drawing.list.AddRectFilled(ImVec2(0, 0), ImVec2(8, 8), odd_ink);
  ImDrawCmd& command = drawing.list.CmdBuffer.back();
  SECTION("index") {
    drawing.list.IdxBuffer[1] = drawing.list.IdxBuffer[4] = 60000;
  }
  SECTION("vertex offset") {
    command.VtxOffset = 1000;
  }
  SECTION("index offset") {
    command.IdxOffset = 1000;
  }
  rasterise(drawing.list, layer);
  CHECK(layer == blank(8, 8));
}

TEST_CASE("a command that counts more elements than there are draws those that are there") {
  Layer layer = blank(8, 8);
  Drawing drawing(layer);
  drawing.list.AddRectFilled(ImVec2(0, 0), ImVec2(8, 8), odd_ink);
  drawing.list.CmdBuffer.back().ElemCount = 0xFFFFFFFF;
  rasterise(drawing.list, layer);
  CHECK(layer == blank(8, 8, white));
}

TEST_CASE("user callbacks are skipped") {
  Layer layer = blank(4, 4);
  Drawing drawing(layer);
  drawing.list.AddCallback([](const ImDrawList*, const ImDrawCmd*) { throw 1; }, nullptr);
  drawing.list.AddRectFilled(ImVec2(0, 0), ImVec2(4, 4), odd_ink);
  CHECK_NOTHROW(rasterise(drawing.list, layer));
  CHECK(layer == blank(4, 4, white));
}
