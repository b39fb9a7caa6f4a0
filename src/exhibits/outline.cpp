#include "exhibits/outline.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace anteroom::exhibits {

namespace {

constexpr double same_place_mm = 1e-6;
constexpr double min_area_mm2 = 1e-3;

bool same_place(scene::Point one, scene::Point other) {
  return std::hypot(one.x - other.x, one.y - other.y) < same_place_mm;
}

scene::Rect bounds(const Outline& outline) {
  double left = outline[0].x, right = left, top = outline[0].y, bottom = top;
  for (const scene::Point& p : outline) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    top = std::min(top, p.y);
    bottom = std::max(bottom, p.y);
  }
  return {left, top, right - left, bottom - top};
}

std::uint8_t channel(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

}  // namespace

Outline outline_of(const scene::Rect& box) {
  return {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
}

Outline cut(const Outline& outline, const Edge& edge) {
  Outline kept;
  const auto add = [&](scene::Point p) {
    if (kept.empty() || !same_place(kept.back(), p)) kept.push_back(p);
  };
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const scene::Point from = outline[i], to = outline[(i + 1) % outline.size()];
    const double here = edge.distance(from), there = edge.distance(to);
    if (here <= 0) add(from);
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      const double share = here / (here - there);
      add({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
  }
  while (kept.size() > 1 && same_place(kept.front(), kept.back())) kept.pop_back();
  return kept.size() < 3 ? Outline{} : kept;
}

Outline strip(const Outline& outline, const Edge& edge, double from, double to) {
  return cut(cut(outline, edge.moved(to)), edge.moved(from).reversed());
}

Outline cut(Outline outline, const scene::Rect& box) {
  outline = cut(outline, Edge{1, 0, box.right()});
  outline = cut(outline, Edge{-1, 0, -box.x});
  outline = cut(outline, Edge{0, 1, box.bottom()});
  return cut(outline, Edge{0, -1, -box.y});
}

scene::Point turned(scene::Point point, const Edge& edge, double share) {
  const double back = edge.distance(point) * (1 - share);
  return {point.x - edge.nx * back, point.y - edge.ny * back};
}

Outline turned(const Outline& outline, const Edge& edge, double share) {
  Outline moved;
  for (const scene::Point& p : outline) moved.push_back(turned(p, edge, share));
  if (share < 0) std::reverse(moved.begin(), moved.end());  // a mirror image runs the other way round
  return moved;
}

double area(const Outline& outline) {
  double twice = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const scene::Point &a = outline[i], &b = outline[(i + 1) % outline.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

void put(std::vector<scene::Item>& items, Outline outline, std::vector<scene::Color> colors, double soft_mm,
         bool hollow) {
  if (outline.size() < 3 || area(outline) < min_area_mm2) return;
  if (std::none_of(colors.begin(), colors.end(), [](scene::Color color) { return color.a > 0; })) return;
  const scene::Rect box = bounds(outline).inset(-soft_mm / 2);
  items.emplace_back(scene::Polygon{box, std::move(outline), std::move(colors), soft_mm, hollow});
}

void put(std::vector<scene::Item>& items, const Outline& outline, const Paint& paint, double soft_mm, bool hollow) {
  std::vector<scene::Color> colors;
  colors.reserve(outline.size());
  for (const scene::Point& p : outline) colors.push_back(paint(p));
  put(items, outline, std::move(colors), soft_mm, hollow);
}

void put_ribbon(std::vector<scene::Item>& items, std::vector<scene::Rung> rungs) {
  Outline all;
  for (const scene::Rung& rung : rungs) {
    all.push_back(rung.upper);
    all.push_back(rung.lower);
  }
  items.emplace_back(scene::Ribbon{bounds(all), std::move(rungs)});
}

scene::Color mix(scene::Color from, scene::Color to, double share) {
  share = std::clamp(share, 0.0, 1.0);
  const auto part = [&](std::uint8_t one, std::uint8_t other) { return channel(one + (other - one) * share); };
  return {part(from.r, to.r), part(from.g, to.g), part(from.b, to.b), part(from.a, to.a)};
}

scene::Color faint(scene::Color color, double opacity) {
  color.a = channel(color.a * std::clamp(opacity, 0.0, 1.0));
  return color;
}

scene::Color lit(scene::Color color, double light) {
  return {channel(color.r * light), channel(color.g * light), channel(color.b * light), color.a};
}

}  // namespace anteroom::exhibits
