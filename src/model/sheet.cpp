#include "model/sheet.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anteroom::sheet {

namespace {

constexpr double still = 1e-3;                        // a corner closer than this to where it was has not moved
constexpr double near_width = 0.06;                   // a fold this near to a crease, and
constexpr double near_angle = std::numbers::pi / 15;  // at so small an angle to it (12 degrees), is pulled into it

// The largest share (0 to 1) of `step` from `start` that stays between -room and size + room.
double part_of_way(double start, double step, double size, double room) {
  if (start + step > size + room) return std::max(0.0, (size + room - start) / step);
  if (start + step < -room) return std::max(0.0, (-room - start) / step);
  return 1;
}

}  // namespace

double mix(double from, double to, double share) {
  return from + (to - from) * share;
}

SheetPoint mix(SheetPoint from, SheetPoint to, double share) {
  return {mix(from.x, to.x, share), mix(from.y, to.y, share)};
}

SheetPoint minus(SheetPoint one, SheetPoint other) {
  return {one.x - other.x, one.y - other.y};
}

double length(SheetPoint p) {
  return std::hypot(p.x, p.y);
}

SheetPoint turned(SheetPoint p, const FoldLine& line, double turn) {
  const double back = line.distance(p) * (1 - std::cos(std::numbers::pi * turn));
  return {p.x - line.nx * back, p.y - line.ny * back};
}

SheetPoint mirrored(SheetPoint p, const FoldLine& line) {
  return turned(p, line, 1);
}

std::optional<FoldLine> fold_between(SheetPoint corner, SheetPoint place) {
  const SheetPoint way = minus(corner, place);
  const double far = length(way);
  if (far < still) return std::nullopt;
  const double nx = way.x / far, ny = way.y / far;
  return FoldLine{nx, ny, nx * (corner.x + place.x) / 2 + ny * (corner.y + place.y) / 2};
}

SheetPoint kept_on_sheet(SheetPoint place) {
  return {std::clamp(place.x, 0.0, 1.0), std::clamp(place.y, 0.0, sheet_height)};
}

SheetPoint kept_on_table(SheetPoint corner, SheetPoint place) {
  const std::optional<FoldLine> line = fold_between(corner, place);
  if (!line) return place;
  // The mirror images of the other corners move in straight lines as `place` moves away from `corner`.
  double share = 1;
  for (const SheetPoint other : corners) {
    if (line->distance(other) <= 0) continue;
    const double ahead = 2 * (line->nx * (other.x - corner.x) + line->ny * (other.y - corner.y));
    const SheetPoint start{other.x - ahead * line->nx, other.y - ahead * line->ny};
    const SheetPoint way = minus(place, corner);
    share = std::min(
        {share, part_of_way(start.x, way.x, 1, table_beside), part_of_way(start.y, way.y, sheet_height, table_above)});
  }
  return share < 1 ? mix(corner, place, share) : place;
}

FoldLine reversed(const FoldLine& line) {
  return {-line.nx, -line.ny, -line.offset};
}

FoldLine facing(const FoldLine& line, SheetPoint corner) {
  return line.distance(corner) >= 0 ? line : reversed(line);
}

bool suits(const FoldLine& line, SheetPoint corner) {
  if (line.distance(corner) < min_travel / 2 - tiny) return false;
  return std::all_of(corners.begin(), corners.end(), [&](SheetPoint other) {
    const SheetPoint place = mirrored(other, line);
    return line.distance(other) <= 0 ||
           (place.x >= -table_beside - tiny && place.x <= 1 + table_beside + tiny && place.y >= -table_above - tiny &&
            place.y <= sheet_height + table_above + tiny);
  });
}

Nearest nearest_crease(const std::vector<Crease>& creases, SheetPoint corner, SheetPoint place) {
  Nearest nearest;
  const std::optional<FoldLine> fold = fold_between(corner, place);
  if (!fold) return nearest;
  for (const Crease& crease : creases) {
    const FoldLine line = facing(crease.line, corner);
    if (!suits(line, corner)) continue;
    const double cosine = std::clamp(line.nx * fold->nx + line.ny * fold->ny, -1.0, 1.0);
    const double beside = std::abs(line.distance(mix(corner, place, 0.5)));
    const double far = std::max(std::acos(cosine) / near_angle, beside / near_width);
    if (far < nearest.far) nearest = {line, far};
  }
  return nearest;
}

std::optional<FoldLine> line_at(const std::vector<Crease>& creases, SheetPoint corner, SheetPoint place) {
  const std::optional<FoldLine> fold = fold_between(corner, place);
  if (!fold) return fold;
  for (const Crease& crease : creases) {
    const FoldLine line = facing(crease.line, corner);
    if (mirrored(corner, line) == place) return line;
  }
  return fold;
}

}  // namespace anteroom::sheet
