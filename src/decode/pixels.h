// The pixels of a picture, and rectangles of pixels.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include "decode/pixel_memory.h"

namespace anteroom::decode {

// A rectangle of whole pixels.
struct Area {
  int x = 0, y = 0, width = 0, height = 0;
  friend bool operator==(const Area&, const Area&) = default;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
  bool empty() const { return width <= 0 || height <= 0; }
  // True if both have a pixel in common.
  bool intersects(const Area& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom() && !empty() &&
           !other.empty();
  }
  // The intersection; empty if there is none.
  Area intersection(const Area& other) const {
    const int left = std::max(x, other.x), top = std::max(y, other.y);
    return {left, top, std::max(0, std::min(right(), other.right()) - left),
            std::max(0, std::min(bottom(), other.bottom()) - top)};
  }
  // The smallest rectangle around both.
  Area united(const Area& other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    const int left = std::min(x, other.x), top = std::min(y, other.y);
    return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
  }
};

// A drawn picture: premultiplied 0xAARRGGBB, rows from the top without padding.
struct Texture {
  int width = 0, height = 0;
  bool opaque = false;  // every alpha is 255
  Pixels pixels = {};
  std::size_t bytes() const { return pixels.size() * sizeof(std::uint32_t); }
};

// x * y / 255, rounded. Requires: both <= 255.
inline std::uint32_t times(std::uint32_t x, std::uint32_t y) {
  const std::uint32_t product = x * y + 128;
  return (product + (product >> 8)) >> 8;
}

// Straight channels as a premultiplied pixel. Requires: all <= 255.
inline std::uint32_t premultiplied(std::uint32_t r, std::uint32_t g, std::uint32_t b, std::uint32_t a) {
  return a << 24 | times(r, a) << 16 | times(g, a) << 8 | times(b, a);
}

}  // namespace anteroom::decode
