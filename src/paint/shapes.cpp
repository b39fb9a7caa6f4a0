#include "paint/shapes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace anteroom::paint {
namespace {

// A quarter of the unit circle: points (cos, sin) from angle 0 to 90 degrees, in 2^doublings steps.
std::vector<ImVec2> quarter_circle(int doublings) {
  double cosine = 0, sine = 1;  // of 90 degrees, then halved
  for (int i = 0; i < doublings; ++i) {
    const double half = std::sqrt((1 + cosine) / 2);
    sine = sine / (2 * half);
    cosine = half;
  }
  const int steps = 1 << doublings;
  std::vector<ImVec2> points;
  points.reserve(static_cast<std::size_t>(steps) + 1);
  double x = 1, y = 0;
  for (int i = 0; i < steps; ++i) {
    points.emplace_back(static_cast<float>(x), static_cast<float>(y));
    const double turned = x * cosine - y * sine;
    y = x * sine + y * cosine;
    x = turned;
  }
  points.emplace_back(0.0f, 1.0f);
  return points;
}

// Enough steps that no chord deviates from its arc by more than a twentieth of a pixel.
int doublings_for(double radius) {
  constexpr double pi = 3.14159265358979;
  const double steps = pi / 4 * std::sqrt(radius / 0.1);
  int doublings = 2;
  while (doublings < 8 && (1 << doublings) < steps) ++doublings;
  return doublings;
}

// In which the points of a quarter of a circle are written.
enum class Order { forwards, backwards };

// Outlines of one shape, grown by different amounts, all with the same number of points, so that strips can join them.
class Outlines {
 public:
  // Requires: exactly `outlines` calls of outline(), `bands` of between() and `insides` of inside() follow.
  Outlines(ImDrawList& list, const RoundBox& largest, int outlines, int bands, int insides)
      : list_(list), quarter_(quarter_circle(doublings_for(largest.radius))) {
    points_ = 4 * static_cast<int>(quarter_.size());
    list_.PrimReserve(6 * (bands * points_ + insides * (points_ / 2 - 1)), outlines * points_);
    base_ = list_._VtxCurrentIdx;
  }

  // Writes the points of `box` clockwise from where the top right corner begins: the right half, then the left half.
  void outline(const RoundBox& box, ImU32 color) {
    const int steps = static_cast<int>(quarter_.size());
    const auto corner = [&](double x, double y, double across, double down, Order order) {
      for (int i = 0; i < steps; ++i) {
        const ImVec2 unit = quarter_[static_cast<std::size_t>(order == Order::backwards ? steps - 1 - i : i)];
        list_.PrimWriteVtx(ImVec2(static_cast<float>(x + across * unit.x), static_cast<float>(y + down * unit.y)),
                           ImVec2(0, 0), color);
      }
    };
    const double r = box.radius;
    corner(box.x1 - r, box.y0 + r, r, -r, Order::backwards);
    corner(box.x1 - r, box.y1 - r, r, r, Order::forwards);
    corner(box.x0 + r, box.y1 - r, -r, r, Order::backwards);
    corner(box.x0 + r, box.y0 + r, -r, -r, Order::forwards);
  }

  // The interior of outline number `which`, in rows from top to bottom.
  void inside(int which) {
    const int last = points_ - 1;
    for (int i = 0; i < points_ / 2 - 1; ++i) {
      quad(index(which, last - i), index(which, i), index(which, i + 1), index(which, last - i - 1));
    }
  }
  // The band between two outlines.
  void between(int one, int other) {
    for (int i = 0; i < points_; ++i) {
      const int next = (i + 1) % points_;
      quad(index(one, i), index(one, next), index(other, next), index(other, i));
    }
  }

 private:
  ImDrawIdx index(int which, int point) const {
    return static_cast<ImDrawIdx>(base_ + static_cast<unsigned>(which * points_ + point));
  }
  void quad(ImDrawIdx a, ImDrawIdx b, ImDrawIdx c, ImDrawIdx d) {
    for (const ImDrawIdx each : {a, b, c, a, c, d}) list_.PrimWriteIdx(each);
  }

  ImDrawList& list_;
  std::vector<ImVec2> quarter_;
  int points_ = 0;
  unsigned base_ = 0;
};

bool is_integer(double x) {
  return x == std::floor(x);
}

}  // namespace

RoundBox RoundBox::grown(double by) const {
  const double max = std::min(x1 - x0, y1 - y0) / 2;
  const double outwards = std::max(by, -max);
  return {x0 - outwards, y0 - outwards, x1 + outwards, y1 + outwards, std::max(0.0, radius + outwards)};
}

void add_box(ImDrawList& list, const RoundBox& box, ImU32 color) {
  if (box.empty() || (color & IM_COL32_A_MASK) == 0) return;
  if (box.radius <= 0 && is_integer(box.x0) && is_integer(box.y0) && is_integer(box.x1) && is_integer(box.y1)) {
    list.AddRectFilled(ImVec2(static_cast<float>(box.x0), static_cast<float>(box.y0)),
                       ImVec2(static_cast<float>(box.x1), static_cast<float>(box.y1)), color);
    return;
  }
  const RoundBox outer = box.grown(0.5);
  Outlines outlines(list, outer, 2, 1, 1);
  outlines.outline(outer, color & ~IM_COL32_A_MASK);
  outlines.outline(box.grown(-0.5), color);
  outlines.inside(1);
  outlines.between(0, 1);
}

void add_ring(ImDrawList& list, const RoundBox& box, double thickness, ImU32 color) {
  if (box.empty() || (color & IM_COL32_A_MASK) == 0) return;
  if (thickness * 2 >= std::min(box.x1 - box.x0, box.y1 - box.y0)) {
    add_box(list, box, color);
    return;
  }
  // If thinner than a pixel, the band has no fully covered core: both soft edges meet in its middle.
  const double soft = std::min(0.5, thickness / 2);
  const RoundBox outer = box.grown(0.5);
  const RoundBox inner = box.grown(-thickness);
  Outlines outlines(list, outer, 4, 3, 0);
  outlines.outline(outer, color & ~IM_COL32_A_MASK);
  outlines.outline(box.grown(-soft), color);
  outlines.outline(inner.grown(soft), color);
  outlines.outline(inner.grown(-0.5), color & ~IM_COL32_A_MASK);
  for (int i = 0; i < 3; ++i) outlines.between(i, i + 1);
}

}  // namespace anteroom::paint
