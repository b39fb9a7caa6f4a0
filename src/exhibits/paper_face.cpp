#include "exhibits/paper_face.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/palette.h"

namespace anteroom::exhibits {

namespace {

using scene::Point;

constexpr scene::Color cheek = scene::rgb(0xF3CDB9);
constexpr double face_line = 0.019, middle_x = 0.5;
// The face is low on the sheet, so that a fold across its forehead leaves its brows and eyes uncovered.
constexpr double narrower = 0.90, flatter = 0.80, chin_y = 0.66;

Point on_sheet(Point p) {
  return {middle_x + (p.x - middle_x) * narrower, chin_y + (p.y - chin_y) * flatter};
}

// A quadratic Bezier curve.
struct Curve {
  Point from, bend, to;
  Point at(double t) const {
    const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return {a * from.x + b * bend.x + c * to.x, a * from.y + b * bend.y + c * to.y};
  }
  // The unit vector at a right angle to the curve.
  Point normal(double t) const {
    const double dx = (1 - t) * (bend.x - from.x) + t * (to.x - bend.x);
    const double dy = (1 - t) * (bend.y - from.y) + t * (to.y - bend.y);
    const double size = std::hypot(dx, dy);
    return {dy / size, -dx / size};
  }
  Curve placed() const { return {on_sheet(from), on_sheet(bend), on_sheet(to)}; }
  Curve mirrored() const {
    const auto other = [](Point p) { return Point{2 * middle_x - p.x, p.y}; };
    return {other(from), other(bend), other(to)};
  }
};

Outline round_outline(Point centre, double radius, int corners) {
  Outline outline;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    outline.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return outline;
}

// The pieces of a stroke along `drawn`. Each reaches over half of both neighbours, so that every place is covered by
// two: where only the seams were, soft edges would be darker there, and the stroke would look like a saw.
void add_stroke(std::vector<FacePart>& face, const Curve& drawn) {
  constexpr int pieces = 16;
  constexpr double half = face_line / 2, overlap = 0.5 / pieces;
  const Curve curve = drawn.placed();
  const auto beside = [&](double t, double by) {
    const Point at = curve.at(t), aside = curve.normal(t);
    return Point{at.x + aside.x * by, at.y + aside.y * by};
  };
  for (int i = 0; i < pieces; ++i) {
    const double from = std::max(0.0, double(i) / pieces - overlap);
    const double to = std::min(1.0, double(i + 1) / pieces + overlap);
    face.push_back(
        {{beside(from, half), beside(to, half), beside(to, -half), beside(from, -half)}, scene::palette::ink});
  }
  constexpr int round = 24;
  for (const Point end : {curve.from, curve.to}) face.push_back({round_outline(end, half, round), scene::palette::ink});
}

std::vector<FacePart> drawn_face() {
  constexpr int round = 48;
  std::vector<FacePart> face;
  for (const double side : {-1.0, 1.0})
    face.push_back({round_outline(on_sheet({middle_x + side * 0.185, 0.49}), 0.046, round), cheek});
  constexpr Curve brow{{0.285, 0.315}, {0.365, 0.255}, {0.435, 0.305}};
  constexpr Curve eye{{0.295, 0.412}, {0.363, 0.335}, {0.430, 0.412}};
  for (const Curve& curve : {brow, brow.mirrored(), eye, eye.mirrored()}) add_stroke(face, curve);
  add_stroke(face, {{0.503, 0.42}, {0.455, 0.520}, {0.512, 0.512}});
  add_stroke(face, {{0.365, 0.575}, {0.500, 0.705}, {0.635, 0.575}});
  return face;
}

}  // namespace

const std::vector<FacePart>& paper_face() {
  static const std::vector<FacePart> face = drawn_face();
  return face;
}

}  // namespace anteroom::exhibits
