#include "paint/polygon.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace anteroom::paint {
namespace {

struct Vector {
  double x = 0, y = 0;
  friend Vector operator+(Vector a, Vector b) { return {a.x + b.x, a.y + b.y}; }
  friend Vector operator-(Vector a, Vector b) { return {a.x - b.x, a.y - b.y}; }
  friend Vector operator*(Vector a, double by) { return {a.x * by, a.y * by}; }
};

double dot(Vector a, Vector b) {
  return a.x * b.x + a.y * b.y;
}
double cross(Vector a, Vector b) {
  return a.x * b.y - a.y * b.x;
}
double length(Vector a) {
  return std::sqrt(dot(a, a));
}
// `direction` turned clockwise by a quarter: the inward normal of an edge.
Vector inwards(Vector direction) {
  return {-direction.y, direction.x};
}

// Corners closer than this to the previous one count as the same: the edge between them has no meaningful direction.
constexpr double min_edge = 1.0 / 256;
// With their rims, more would not fit into ImGui's 16-bit indices.
constexpr std::size_t max_corners = 4096;

bool is_valid(const std::vector<ColoredCorner>& corners) {
  constexpr double far = 1 << 24;  // floats still distinguish whole pixels
  return corners.size() >= 3 && corners.size() <= max_corners &&
         std::all_of(corners.begin(), corners.end(),
                     [](const ColoredCorner& c) { return std::fabs(c.x) <= far && std::fabs(c.y) <= far; });
}

// The corners clockwise, without repetitions; empty: they enclose no area.
std::vector<ColoredCorner> tidied(const std::vector<ColoredCorner>& corners) {
  std::vector<ColoredCorner> result;
  const auto same = [](const ColoredCorner& a, const ColoredCorner& b) {
    return length({a.x - b.x, a.y - b.y}) < min_edge;
  };
  for (const ColoredCorner& corner : corners) {
    if (result.empty() || !same(result.back(), corner)) result.push_back(corner);
  }
  while (result.size() > 1 && same(result.front(), result.back())) result.pop_back();
  if (result.size() < 3) return {};
  double area = 0;
  for (std::size_t i = 1; i + 1 < result.size(); ++i) {
    const ColoredCorner &a = result[0], &b = result[i], &c = result[i + 1];
    area += cross({b.x - a.x, b.y - a.y}, {c.x - a.x, c.y - a.y});
  }
  if (area == 0) return {};
  if (area < 0) std::reverse(result.begin() + 1, result.end());
  return result;
}

// A convex polygon whose edges move inwards at the same speed. An edge that shrinks to nothing is removed, and its
// neighbours meet there.
class Shrinking {
 public:
  explicit Shrinking(const std::vector<ColoredCorner>& corners) : place_(corners.size()) {
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const ColoredCorner &from = corners[i], &to = corners[(i + 1) % corners.size()];
      const Vector edge{to.x - from.x, to.y - from.y};
      corners_.push_back({{from.x, from.y}, edge * (1 / length(edge)), {}});
      place_[i] = i;
    }
  }

  // Moves the edges inwards by `by`, or until nothing is left. Returns the distance moved.
  double shrink(double by) {
    double moved = 0;
    while (moved < by && steer()) {
      std::size_t first = 0;
      double soonest = std::numeric_limits<double>::infinity();
      for (std::size_t i = 0; i < corners_.size(); ++i) {
        const double time = time_left(i);
        if (time < soonest) {
          soonest = time;
          first = i;
        }
      }
      const double step = std::min(soonest, by - moved);
      for (Corner& corner : corners_) corner.at = corner.at + corner.speed * step;
      if (soonest >= by - moved) return by;
      moved += step;
      if (!remove(first)) break;
    }
    return moved;
  }

  Vector corner(std::size_t i) const { return corners_[i].at; }
  // The index of what the original corner `i` has become.
  std::size_t place_of(std::size_t i) const { return place_[i]; }

 private:
  struct Corner {
    Vector at;
    Vector direction;  // of the edge that begins here
    Vector speed;
  };
  Corner& after(std::size_t i) { return corners_[(i + 1) % corners_.size()]; }
  Corner& before(std::size_t i) { return corners_[(i + corners_.size() - 1) % corners_.size()]; }

  // Sets the speed of each corner so that it stays where its two edges meet. False: a corner has no inside.
  bool steer() {
    for (std::size_t i = 0; i < corners_.size(); ++i) {
      const Vector one = inwards(before(i).direction), other = inwards(corners_[i].direction);
      const double opening = 1 + dot(one, other);
      if (!(opening > 1e-10)) return false;
      corners_[i].speed = (one + other) * (1 / opening);
    }
    return true;
  }

  double time_left(std::size_t i) {
    const Corner &from = corners_[i], &to = after(i);
    const double shrinks = dot(from.direction, from.speed - to.speed);
    const double left = std::max(0.0, dot(from.direction, to.at - from.at));
    return shrinks > 0 ? left / shrinks : std::numeric_limits<double>::infinity();
  }

  // Removes edge `i`, which has shrunk to nothing. False: the whole polygon is gone with it.
  bool remove(std::size_t i) {
    const Vector one = before(i).direction, other = after(i).direction;
    if (corners_.size() == 3 || (cross(one, other) <= 0 && dot(one, other) <= 0)) return false;
    corners_[i].direction = other;
    const std::size_t gone = (i + 1) % corners_.size();
    for (std::size_t& place : place_) {
      if (place == gone) place = i;
      if (place > gone) --place;
    }
    corners_.erase(corners_.begin() + static_cast<std::ptrdiff_t>(gone));
    return true;
  }

  std::vector<Corner> corners_;
  std::vector<std::size_t> place_;
};

ImU32 fainter(ImU32 color, double by) {
  const double alpha = static_cast<double>(color >> IM_COL32_A_SHIFT & 255) * by;
  return (color & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT;
}

// The vertices of one polygon: four per corner, the inner one and three around it on the outside of the rim.
class Rimmed {
 public:
  Rimmed(ImDrawList& list, std::size_t corners, bool hollow) : list_(list), count_(corners), hollow_(hollow) {
    const int n = static_cast<int>(corners);
    list_.PrimReserve((hollow ? 0 : 3 * (n - 2)) + 12 * n, 4 * n);
    base_ = list_._VtxCurrentIdx;
  }

  void corner(Vector inner, const ColoredCorner& corner, ImU32 color, Vector one, Vector other, double reach) {
    const Vector at{corner.x, corner.y};
    write(inner, color);
    // Between its two edges the rim bends around the corner.
    const Vector both = inwards(one) + inwards(other);
    const Vector middle = length(both) > 1e-6 ? both * (1 / length(both)) : one * -1;
    for (const Vector& away : {inwards(one), middle, inwards(other)}) {
      write(at - away * reach, corner.color & ~IM_COL32_A_MASK);
    }
  }
  void finish() {
    for (std::size_t i = 0; i < count_; ++i) {
      const std::size_t next = (i + 1) % count_;
      triangle(index(i, 0), index(i, 1), index(i, 2));
      triangle(index(i, 0), index(i, 2), index(i, 3));
      triangle(index(i, 0), index(i, 3), index(next, 1));
      triangle(index(i, 0), index(next, 1), index(next, 0));
    }
    for (std::size_t i = 1; !hollow_ && i + 1 < count_; ++i) triangle(index(0, 0), index(i, 0), index(i + 1, 0));
  }

 private:
  void write(Vector at, ImU32 color) {
    list_.PrimWriteVtx(ImVec2(static_cast<float>(at.x), static_cast<float>(at.y)), ImVec2(0, 0), color);
  }
  ImDrawIdx index(std::size_t corner, std::size_t which) const {
    return static_cast<ImDrawIdx>(base_ + 4 * corner + which);
  }
  void triangle(ImDrawIdx a, ImDrawIdx b, ImDrawIdx c) {
    for (const ImDrawIdx each : {a, b, c}) list_.PrimWriteIdx(each);
  }

  ImDrawList& list_;
  std::size_t count_;
  bool hollow_;
  unsigned base_ = 0;
};

// Keeps a corner that moved inwards within the bounds of the given ones, even where those turn the wrong way.
Vector kept_between(Vector at, const std::vector<ColoredCorner>& corners) {
  const auto [left, right] =
      std::minmax_element(corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
  const auto [top, bottom] =
      std::minmax_element(corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
  return {std::clamp(at.x, left->x, right->x), std::clamp(at.y, top->y, bottom->y)};
}

Vector direction_to(const ColoredCorner& from, const ColoredCorner& to) {
  const Vector edge{to.x - from.x, to.y - from.y};
  return edge * (1 / length(edge));
}

}  // namespace

double blur_extent(double soft) {
  constexpr double max = 2048;
  return soft > 1 ? std::min(soft / 2, max) : 0.5;
}

void add_polygon(ImDrawList& list, const std::vector<ColoredCorner>& given, double soft, bool hollow) {
  if (!is_valid(given)) return;
  const std::vector<ColoredCorner> corners = tidied(given);
  if (corners.empty()) return;
  const double extent = blur_extent(soft);
  Shrinking inside(corners);
  const double depth = inside.shrink(extent);
  // The total coverage equals the polygon's area, however thin it is.
  const double strength = 2 * depth / (depth + extent);
  if (!(strength > 0)) return;
  Rimmed rimmed(list, corners.size(), hollow);
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    const ColoredCorner& corner = corners[i];
    rimmed.corner(kept_between(inside.corner(inside.place_of(i)), corners), corner,
                  fainter(corner.color, std::min(strength, 1.0)),
                  direction_to(corners[(i + count - 1) % count], corner),
                  direction_to(corner, corners[(i + 1) % count]), extent);
  }
  rimmed.finish();
}

}  // namespace anteroom::paint
