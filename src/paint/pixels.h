// The two kinds of pixel memory, and parts of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace anteroom::paint {

// A rectangle of whole pixels.
struct Area {
  int x = 0, y = 0, width = 0, height = 0;
  friend bool operator==(const Area&, const Area&) = default;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
  bool empty() const { return width <= 0 || height <= 0; }
  // True if both have a pixel in common.
  bool meets(const Area& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom() && !empty() &&
           !other.empty();
  }
  // The pixels of both; empty if there are none.
  Area common(const Area& other) const {
    const int left = std::max(x, other.x), top = std::max(y, other.y);
    return {left, top, std::max(0, std::min(right(), other.right()) - left),
            std::max(0, std::min(bottom(), other.bottom()) - top)};
  }
  // The smallest rectangle around both.
  Area around(const Area& other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    const int left = std::min(x, other.x), top = std::min(y, other.y);
    return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
  }
};

// An opaque picture of the whole screen: 0xFFRRGGBB (SDL_PIXELFORMAT_ARGB8888/XRGB8888), rows from the top without
// padding.
struct Layer {
  int width = 0, height = 0;
  std::vector<std::uint32_t> pixels;  // width x height
  Layer() = default;
  Layer(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  std::uint32_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
  const std::uint32_t* row(int y) const {
    return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  Area whole() const { return {0, 0, width, height}; }
  friend bool operator==(const Layer&, const Layer&) = default;
};

// Something drawn onto a layer: premultiplied 0xAARRGGBB. An ImTextureID of this program is a `const Texture*`.
struct Texture {
  int width = 0, height = 0;
  bool opaque = false;  // every alpha is 255
  std::vector<std::uint32_t> pixels;
  std::size_t bytes() const { return pixels.size() * sizeof(std::uint32_t); }
};

}  // namespace anteroom::paint
