// Positions and colours on the screen. Lengths are millimetres, x to the right, y down, from the top left corner.
#pragma once

#include <cstdint>

namespace anteroom::scene {

struct Point {
  double x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  double x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Rect&, const Rect&) = default;

  double right() const { return x + w; }
  double bottom() const { return y + h; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  // True if `other` is inside, edges included, to within `slack`.
  bool encloses(const Rect& other, double slack = 1e-6) const {
    return other.x >= x - slack && other.y >= y - slack && other.right() <= right() + slack &&
           other.bottom() <= bottom() + slack;
  }
  // True if the interiors overlap by more than `slack` both ways.
  bool overlaps(const Rect& other, double slack = 1e-6) const {
    return x < other.right() - slack && other.x < right() - slack && y < other.bottom() - slack &&
           other.y < bottom() - slack;
  }
  Rect inset(double by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
};

// sRGB, straight alpha.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Color&, const Color&) = default;
};

// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
double contrast(Color one, Color other);

// Color from 0xRRGGBB.
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}

}  // namespace anteroom::scene
