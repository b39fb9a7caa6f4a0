// Arithmetic of single pixels: premultiplied 0xAARRGGBB over opaque 0xFFRRGGBB, in integers.
#pragma once

#include <cstdint>

#include "paint/imgui.h"
#include "paint/pixels.h"

namespace anteroom::paint {

using decode::premultiplied;
using decode::times;

inline std::uint32_t red_of(ImU32 color) {
  return color >> IM_COL32_R_SHIFT & 255;
}
inline std::uint32_t green_of(ImU32 color) {
  return color >> IM_COL32_G_SHIFT & 255;
}
inline std::uint32_t blue_of(ImU32 color) {
  return color >> IM_COL32_B_SHIFT & 255;
}
inline std::uint32_t alpha_of(ImU32 color) {
  return color >> IM_COL32_A_SHIFT & 255;
}

// A vertex's colour as a premultiplied pixel.
inline std::uint32_t premultiplied(ImU32 color) {
  return premultiplied(red_of(color), green_of(color), blue_of(color), alpha_of(color));
}

// `source` over `ground`; the result is opaque.
inline std::uint32_t over(std::uint32_t ground, std::uint32_t source) {
  const std::uint32_t rest = 255 - (source >> 24);
  std::uint32_t rb = (ground & 0xFF00FF) * rest + 0x800080;
  std::uint32_t g = (ground >> 8 & 0xFF) * rest + 0x80;
  rb = (rb + (rb >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF;
  g = (g + (g >> 8)) >> 8;
  return (source + rb + (g << 8)) | 0xFF000000U;
}

// A premultiplied `pixel` times the straight colour r, g, b, a.
inline std::uint32_t tinted(std::uint32_t pixel, std::uint32_t r, std::uint32_t g, std::uint32_t b, std::uint32_t a) {
  return times(pixel >> 24, a) << 24 | times(times(pixel >> 16 & 255, r), a) << 16 |
         times(times(pixel >> 8 & 255, g), a) << 8 | times(times(pixel & 255, b), a);
}

inline std::uint32_t tinted(std::uint32_t pixel, ImU32 color) {
  return color == IM_COL32_WHITE ? pixel
                                 : tinted(pixel, red_of(color), green_of(color), blue_of(color), alpha_of(color));
}

// Where a shape may be painted: the layer's pixels inside a clip rectangle, x0 <= x < x1, y0 <= y < y1.
struct Canvas {
  Layer& layer;
  int x0, y0, x1, y1;
  bool empty() const { return x0 >= x1 || y0 >= y1; }
};

// The first pixel between `low` and `high` whose centre is not before `edge`; `high` if none is, `low` for NaN.
// Requires: 0 <= low <= high.
inline int first_pixel(double edge, int low, int high) {
  const double pixel = edge - 0.5;
  if (!(pixel > low)) return low;
  if (pixel >= high) return high;
  const int whole = static_cast<int>(pixel);
  return whole + (whole < pixel ? 1 : 0);
}

}  // namespace anteroom::paint
