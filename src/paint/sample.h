// Sampling a texture between its texels.
#pragma once

#include <cstddef>
#include <cstdint>

#include "paint/pixels.h"

namespace anteroom::paint {

// True if `texture` has all the pixels that its size promises, and at least one.
inline bool usable(const Texture& texture) {
  return texture.width > 0 && texture.height > 0 &&
         texture.pixels.size() >= static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height);
}

// Two pixels mixed, the second with a weight of `weight` / 256. Mixing equal pixels gives that pixel.
inline std::uint32_t mixed(std::uint32_t one, std::uint32_t other, std::uint32_t weight) {
  const std::uint32_t rest = 256 - weight;
  const std::uint32_t rb = ((one & 0xFF00FF) * rest + (other & 0xFF00FF) * weight) >> 8 & 0xFF00FF;
  const std::uint32_t ag = ((one >> 8 & 0xFF00FF) * rest + (other >> 8 & 0xFF00FF) * weight) & 0xFF00FF00;
  return rb | ag;
}

// The texture at (u, v) texels from its top left corner, bilinear; beyond its edge the nearest texel. Safe for any
// value, NaN included. Requires: usable(texture).
inline std::uint32_t sample(const Texture& texture, double u, double v) {
  struct Texels {
    std::size_t first, second;
    std::uint32_t weight;
  };
  const auto texels_at = [](double at, int size) {
    double texel = at - 0.5;
    if (!(texel > 0)) texel = 0;
    if (texel > size - 1) texel = size - 1;
    const int before = static_cast<int>(texel);
    const auto first = static_cast<std::size_t>(before);
    return Texels{first, before + 1 < size ? first + 1 : first, static_cast<std::uint32_t>((texel - before) * 256)};
  };
  const Texels x = texels_at(u, texture.width), y = texels_at(v, texture.height);
  const auto width = static_cast<std::size_t>(texture.width);
  const std::uint32_t* upper = texture.pixels.data() + y.first * width;
  const std::uint32_t* lower = texture.pixels.data() + y.second * width;
  return mixed(mixed(upper[x.first], upper[x.second], x.weight), mixed(lower[x.first], lower[x.second], x.weight),
               y.weight);
}

}  // namespace anteroom::paint
