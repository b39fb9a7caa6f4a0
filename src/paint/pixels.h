// The two kinds of pixel memory, and rectangles in them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "decode/pixels.h"

namespace anteroom::paint {

using decode::Area;

// Something drawn onto a layer. In this program an ImTextureID is a `const Texture*`.
using decode::Texture;

// An opaque picture of the whole screen: 0xFFRRGGBB (SDL_PIXELFORMAT_ARGB8888/XRGB8888), rows from the top without
// padding.
struct Layer {
  int width = 0, height = 0;
  decode::Pixels pixels;  // width x height
  Layer() = default;
  Layer(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  std::uint32_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
  const std::uint32_t* row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  Area bounds() const { return {0, 0, width, height}; }
  friend bool operator==(const Layer&, const Layer&) = default;
};

// Makes all of `area` that pixel. Requires: it lies inside the layer.
inline void fill_area(Layer& layer, const Area& area, std::uint32_t pixel) {
  for (int y = area.y; y < area.bottom(); ++y) std::fill_n(layer.row(y) + area.x, area.width, pixel);
}

// Of all together; a pixel in several of them counts for each.
inline std::int64_t pixels_of(const std::vector<Area>& areas) {
  return std::accumulate(areas.begin(), areas.end(), std::int64_t{0}, [](std::int64_t sum, const Area& area) {
    return sum + std::int64_t{area.width} * area.height;
  });
}

}  // namespace anteroom::paint
