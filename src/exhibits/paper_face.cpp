#include "exhibits/paper_face.h"

#include <cmath>
#include <numbers>

#include "scene/palette.h"

namespace anteroom::exhibits {

namespace {

using scene::Point;

constexpr scene::Color cheek = scene::rgb(0xF3CDB9);
constexpr double face_line = 0.021, middle_x = 0.5;

// A quadratic Bezier curve.
struct Curve {
  Point from, bend, to;
  Point at(double t) const {
    const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return {a * from.x + b * bend.x + c * to.x, a * from.y + b * bend.y + c * to.y};
  }
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

// The pieces of a stroke along `curve`. Each reaches a little into the next one, so that no seam shows.
void add_stroke(std::vector<FacePart>& face, const Curve& curve) {
  constexpr int pieces = 16;
  constexpr double half = face_line / 2, overlap = 0.12 * face_line;
  for (int i = 0; i < pieces; ++i) {
    const Point a = curve.at(double(i) / pieces), b = curve.at(double(i + 1) / pieces);
    const double far = std::hypot(b.x - a.x, b.y - a.y);
    const double dx = (b.x - a.x) / far, dy = (b.y - a.y) / far;
    const Point from{a.x - dx * overlap, a.y - dy * overlap}, to{b.x + dx * overlap, b.y + dy * overlap};
    face.push_back({{{from.x + dy * half, from.y - dx * half},
                     {to.x + dy * half, to.y - dx * half},
                     {to.x - dy * half, to.y + dx * half},
                     {from.x - dy * half, from.y + dx * half}},
                    scene::palette::ink});
  }
  constexpr int round = 24;
  for (const Point end : {curve.from, curve.to}) face.push_back({round_outline(end, half, round), scene::palette::ink});
}

std::vector<FacePart> drawn_face() {
  constexpr int round = 48;
  std::vector<FacePart> face;
  for (const double side : {-1.0, 1.0})
    face.push_back({round_outline({middle_x + side * 0.185, 0.49}, 0.052, round), cheek});
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
