#include "decoder/resample.h"

#include <array>
#include <cmath>

#include "catch.h"
#include "samples.h"

using namespace anteroom::decoder;

namespace {

// A texture with a different premultiplied pixel everywhere.
Texture noise(int width, int height, Numbers& numbers) {
  Texture texture{width, height, false, {}};
  for (int i = 0; i < width * height; ++i) {
    const std::uint32_t alpha = numbers.bits() & 255;
    std::uint32_t pixel = alpha;
    for (int k = 0; k < 3; ++k) pixel = pixel << 8 | numbers.bits() % (alpha + 1);
    texture.pixels.push_back(pixel);
  }
  return texture;
}

std::array<double, 4> mean(const Texture& texture) {
  std::array<double, 4> sum{};
  for (const std::uint32_t pixel : texture.pixels) {
    for (unsigned k = 0; k < 4; ++k) sum[k] += pixel >> (8 * k) & 255;
  }
  for (double& channel : sum) channel /= static_cast<double>(texture.pixels.size());
  return sum;
}

}  // namespace

TEST_CASE("a picture of one colour stays that colour at every size") {
  Numbers numbers(GENERATE(1u, 2u, 3u, 4u, 5u, 6u));
  const int width = numbers.between(1, 90), height = numbers.between(1, 90);
  const std::uint32_t pixel = GENERATE(0xFFFFFFFFu, 0xFF0102FEu, 0x80402010u, 0u);
  const Texture source{width, height, false, anteroom::decode::Pixels(static_cast<std::size_t>(width * height), pixel)};
  const Texture result = resampled(source, numbers.between(1, 90), numbers.between(1, 90));
  REQUIRE(result.pixels.size() == static_cast<std::size_t>(result.width * result.height));
  for (const std::uint32_t each : result.pixels) REQUIRE(each == pixel);
}

TEST_CASE("a picture keeps its mean when it shrinks and stays premultiplied") {
  Numbers numbers(GENERATE(11u, 12u, 13u, 14u));
  const Texture source = noise(numbers.between(30, 90), numbers.between(30, 90), numbers);
  const Texture result = resampled(source, numbers.between(5, 30), numbers.between(5, 30));
  for (unsigned k = 0; k < 4; ++k) CHECK(std::fabs(mean(source)[k] - mean(result)[k]) <= 0.2);
  for (const std::uint32_t pixel : result.pixels) {
    for (unsigned shift = 0; shift < 24; shift += 8) REQUIRE((pixel >> shift & 255) <= pixel >> 24);
  }
}

TEST_CASE("shrinking to a fraction mixes by area") {
  const Texture source{3, 1, true, {0xFF000000, 0xFF00005A, 0xFF0000FF}};
  // Two thirds of each outer pixel and a third of the middle one.
  CHECK(resampled(source, 2, 1).pixels == anteroom::decode::Pixels{0xFF00001E, 0xFF0000C8});
}

TEST_CASE("growing mixes the two nearest and keeps the ends") {
  const Texture source{2, 1, true, {0xFF000000, 0xFF000080}};
  CHECK(resampled(source, 4, 1).pixels == anteroom::decode::Pixels{0xFF000000, 0xFF000020, 0xFF000060, 0xFF000080});
}

TEST_CASE("the same size is the same picture") {
  Numbers numbers(3);
  const Texture source = noise(21, 13, numbers);
  CHECK(resampled(source, 21, 13).pixels == source.pixels);
}
