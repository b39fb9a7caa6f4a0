// Convex shapes in millimetres, and how they are cut, turned over and painted.
#pragma once

#include <functional>
#include <vector>

#include "scene/scene.h"

namespace anteroom::exhibits {

// The corners of a convex shape, clockwise; fewer than three: nothing.
using Outline = std::vector<scene::Point>;

// A straight edge; (nx, ny) has length 1 and points to its far side.
struct Edge {
  double nx = 1, ny = 0, offset = 0;
  double distance(scene::Point p) const { return nx * p.x + ny * p.y - offset; }
  Edge reversed() const { return {-nx, -ny, -offset}; }
  Edge moved(double by) const { return {nx, ny, offset + by}; }
};

Outline outline_of(const scene::Rect& box);

// The part of `outline` on the near side of `edge`.
Outline cut(const Outline& outline, const Edge& edge);
// The part between `from` and `to` from the line of `edge`, counted towards its far side.
Outline strip(const Outline& outline, const Edge& edge, double from, double to);
Outline cut(Outline outline, const scene::Rect& box);

// `outline` with the distance of every point to `edge` multiplied by `share`: -1 mirrors it.
Outline turned(const Outline& outline, const Edge& edge, double share);
scene::Point turned(scene::Point point, const Edge& edge, double share);

double area(const Outline& outline);  // mm2

// The colour at a point; it changes evenly across a shape.
using Paint = std::function<scene::Color(scene::Point)>;

// Paints `outline` at the end of `items`; what is too thin to be seen is left out.
// `hollow`: only its soft rim.
void put(std::vector<scene::Item>& items, const Outline& outline, const Paint& paint, double soft_mm = 0,
         bool hollow = false);

// The same with `colors` for its corners, in their order.
void put(std::vector<scene::Item>& items, Outline outline, std::vector<scene::Color> colors, double soft_mm = 0,
         bool hollow = false);

// Adds the ribbon of `rungs`, of which there are at least two.
void put_ribbon(std::vector<scene::Item>& items, std::vector<scene::Rung> rungs);

scene::Color mix(scene::Color from, scene::Color to, double share);
scene::Color faint(scene::Color color, double opacity);  // 0 to 1
// Darker (below 1) or lighter (above 1).
scene::Color lit(scene::Color color, double light);

}  // namespace anteroom::exhibits
