// Rows of pixels come out as pixel by pixel.
#include "paint/span.h"

#include <vector>

#include "catch.h"
#include "drawing.h"
#include "paint/blend.h"

using namespace anteroom;
using namespace anteroom::paint;

namespace {

using Row = std::vector<std::uint32_t>;

// Opaque pixels, transparent ones, and all kinds between, alone and in runs.
Row pixels(Numbers& numbers, int count) {
  Row row;
  while (std::ssize(row) < count) {
    const std::uint32_t bits = numbers.bits();
    const std::uint32_t alpha = numbers.between(0, 2) == 0 ? 255 : numbers.between(0, 1) == 0 ? 0 : bits >> 24;
    const std::uint32_t pixel = premultiplied(bits >> 16 & 255, bits >> 8 & 255, bits & 255, alpha);
    for (int run = numbers.between(1, 9); run > 0; --run) row.push_back(pixel);
  }
  row.resize(static_cast<std::size_t>(count));
  return row;
}

Row ground(Numbers& numbers, int count) {
  Row row;
  for (int i = 0; i < count; ++i) row.push_back(numbers.bits() | 0xFF000000U);
  return row;
}

Ramp random_ramp(Numbers& numbers, int count) {
  constexpr int one = 65536;
  Ramp ramp;
  for (std::size_t k = 0; k < 4; ++k) {
    ramp.value[k] = numbers.between(0, 255) * one + one / 2;
    const int last = numbers.between(0, 255) * one + one / 2;
    ramp.step[k] = count > 1 ? (last - ramp.value[k]) / (count - 1) : 0;
  }
  return ramp;
}

}  // namespace

TEST_CASE("a row of pixels is blended as each pixel alone") {
  Numbers numbers(GENERATE(range(1u, 9u)));
  for (int round = 0; round < 200; ++round) {
    const int count = numbers.between(0, 41);
    const Row in = pixels(numbers, count), below = ground(numbers, count);
    const ImU32 color = numbers.between(0, 3) == 0 ? IM_COL32(255, 255, 255, numbers.between(0, 255)) : numbers.bits();
    const auto over_each = [&](auto source) {
      Row row = below;
      for (std::size_t i = 0; i < row.size(); ++i) row[i] = over(row[i], source(i));
      return row;
    };
    Row row = below;
    blend_span(row.data(), in.data(), count);
    REQUIRE(row == over_each([&](std::size_t i) { return in[i]; }));
    row = below;
    blend_span(row.data(), in.data(), count, color);
    REQUIRE(row == over_each([&](std::size_t i) { return tinted(in[i], color); }));
    row = below;
    fill_span(row.data(), count, premultiplied(color));
    REQUIRE(row == over_each([&](std::size_t) { return premultiplied(color); }));
    row = below;
    const Ramp ramp = random_ramp(numbers, count);
    blend_ramp(row.data(), count, ramp);
    REQUIRE(row == over_each([&](std::size_t i) {
              const auto channel = [&](std::size_t k) {
                return static_cast<std::uint32_t>(ramp.value[k] + static_cast<int>(i) * ramp.step[k]) >> 16;
              };
              return premultiplied(channel(0), channel(1), channel(2), channel(3));
            }));
  }
}

TEST_CASE("every share of every channel is blended in a row as alone") {
  for (std::uint32_t alpha = 0; alpha <= 255; ++alpha) {
    Row in, below;
    for (std::uint32_t channel = 0; channel <= 255; ++channel) {
      in.push_back(premultiplied(channel, 255 - channel, alpha, alpha));
      below.push_back(0xFF000000U | channel << 8 | (255 - channel));
    }
    Row row = below;
    blend_span(row.data(), in.data(), 256);
    for (std::size_t i = 0; i < 256; ++i) REQUIRE(row[i] == over(below[i], in[i]));
    row = below;
    blend_span(row.data(), in.data(), 256, IM_COL32(255, 255, 255, alpha));
    const ImU32 faint = IM_COL32(255, 255, 255, alpha);
    for (std::size_t i = 0; i < 256; ++i) REQUIRE(row[i] == over(below[i], tinted(in[i], faint)));
  }
}
