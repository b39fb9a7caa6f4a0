#include "paint/placement.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace anteroom::paint {
namespace {

ImU32 color_of(scene::Color color) {
  return IM_COL32(color.r, color.g, color.b, color.a);
}

// All pixels that a shape within these bounds may touch, plus one more on every side.
Area touched_pixels(double left, double top, double right, double bottom) {
  const auto low = [](double px) { return static_cast<int>(std::floor(bounded(px))) - 1; };
  const auto high = [](double px) { return static_cast<int>(std::ceil(bounded(px))) + 1; };
  const int x = low(left), y = low(top);
  return {x, y, high(right) - x, high(bottom) - y};
}

}  // namespace

double bounded(double px) {
  constexpr double far = 1 << 20;
  return px > -far ? std::min(px, far) : -far;
}

int rounded(double px) {
  return static_cast<int>(std::floor(bounded(px) + 0.5));
}

bool is_valid(const scene::Rect& box) {
  return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.w) && std::isfinite(box.h) && box.w > 0 &&
         box.h > 0;
}

Area pixel_area(const scene::Rect& box, double scale) {
  const int x = rounded(box.x * scale), y = rounded(box.y * scale);
  return {x, y, std::max(1, rounded(box.right() * scale) - x), std::max(1, rounded(box.bottom() * scale) - y)};
}

decode::Frame frame_of(const scene::Picture& picture) {
  if (!picture.frame) return {};
  constexpr int whole = decode::Frame::whole, least = decode::Frame::least;
  // Also what reaches beyond the board can be drawn.
  const int beyond = decode::Frame::beyond;
  const auto parts = [](double share) { return rounded(share * whole); };
  decode::Frame frame;
  frame.width = std::clamp(parts(picture.frame->w), least, whole + 2 * beyond);
  frame.height = std::clamp(parts(picture.frame->h), least, whole + 2 * beyond);
  frame.x = std::clamp(parts(picture.frame->x), -beyond, whole + beyond - frame.width);
  frame.y = std::clamp(parts(picture.frame->y), -beyond, whole + beyond - frame.height);
  return frame;
}

RoundBox round_box(const scene::Fill& fill, double scale) {
  const double radius = std::min({fill.radius_mm, fill.box.w / 2, fill.box.h / 2}) * scale;
  const bool circle = fill.radius_mm * 2 >= std::max(fill.box.w, fill.box.h) * 0.999;
  if (circle) {
    // Rounding to pixels would make dots of the same size differ.
    return {bounded(fill.box.x * scale), bounded(fill.box.y * scale), bounded(fill.box.right() * scale),
            bounded(fill.box.bottom() * scale), radius};
  }
  const Area box = pixel_area(fill.box, scale);
  const double half = std::min(box.width, box.height) / 2.0;
  return {static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.right()),
          static_cast<double>(box.bottom()), std::clamp(radius > 0 ? radius : 0.0, 0.0, half)};
}

std::vector<ColoredCorner> corners_of(const scene::Polygon& polygon, double scale) {
  std::vector<ColoredCorner> corners;
  if (polygon.corners.size() != polygon.colors.size()) return corners;
  corners.reserve(polygon.corners.size());
  for (std::size_t i = 0; i < polygon.corners.size(); ++i) {
    corners.push_back({polygon.corners[i].x * scale, polygon.corners[i].y * scale, color_of(polygon.colors[i])});
  }
  return corners;
}

std::vector<ColoredRung> rungs_of(const scene::Ribbon& ribbon, double scale) {
  std::vector<ColoredRung> rungs;
  rungs.reserve(ribbon.rungs.size());
  for (const scene::Rung& rung : ribbon.rungs) {
    rungs.push_back({{rung.upper.x * scale, rung.upper.y * scale, color_of(rung.upper_color)},
                     {rung.lower.x * scale, rung.lower.y * scale, color_of(rung.lower_color)}});
  }
  return rungs;
}

std::array<ImVec2, 4> posed_corners(const scene::Picture& picture, const Area& drawn, double scale) {
  const scene::Pose& pose = *picture.pose;
  const double x = pose.about.x * scale, y = pose.about.y * scale;
  const double turn = pose.turn_deg * std::numbers::pi / 180;
  const double across = pose.scale * std::cos(turn), down = pose.scale * std::sin(turn);
  const auto moved = [&](double from_x, double from_y) {
    const double dx = from_x - x, dy = from_y - y;
    return ImVec2(static_cast<float>(bounded(x + across * dx - down * dy + pose.shift.x * scale)),
                  static_cast<float>(bounded(y + down * dx + across * dy + pose.shift.y * scale)));
  };
  return {moved(drawn.x, drawn.y), moved(drawn.right(), drawn.y), moved(drawn.right(), drawn.bottom()),
          moved(drawn.x, drawn.bottom())};
}

Area pixel_bounds(const scene::Fill& fill, double scale) {
  if (!is_valid(fill.box)) return {};
  const RoundBox box = round_box(fill, scale).grown(0.5);
  return touched_pixels(box.x0, box.y0, box.x1, box.y1);
}

Area pixel_bounds(const scene::Picture& picture, double scale) {
  if (!is_valid(picture.box)) return {};
  if (picture.pose && picture.ink) {
    constexpr int rim = 2;  // of a part whose place in its picture is rounded, and of its transparent edge
    const Area ink = pixel_area(*picture.ink, scale);
    const Area reached{ink.x - rim, ink.y - rim, ink.width + 2 * rim, ink.height + 2 * rim};
    return picture.clip ? reached.intersection(pixel_area(*picture.clip, scale)) : reached;
  }
  const Area box = pixel_area(picture.box, scale);
  const int beyond = rounded(picture.outline_mm * scale);
  Area reached{box.x - beyond, box.y - beyond, box.width + 2 * beyond, box.height + 2 * beyond};
  reached.x += rounded(picture.shift.x * scale);
  reached.y += rounded(picture.shift.y * scale);
  if (picture.ink) {
    // Its place is rounded once as a part of the picture and once as moved.
    constexpr int slack = 3;
    const Area ink = pixel_area(*picture.ink, scale);
    reached = reached.intersection({ink.x - beyond - slack, ink.y - beyond - slack, ink.width + 2 * (beyond + slack),
                                    ink.height + 2 * (beyond + slack)});
  }
  if (picture.clip) reached = reached.intersection(pixel_area(*picture.clip, scale));
  return picture.spot ? reached.intersection(pixel_area(*picture.spot, scale)) : reached;
}

Area pixel_bounds(const scene::Code& code, double scale) {
  return is_valid(code.box) ? pixel_area(code.box, scale) : Area{};
}

Area pixel_bounds(const scene::Polygon& polygon, double scale) {
  const std::vector<ColoredCorner> corners = corners_of(polygon, scale);
  Area area;
  const double rim = blur_extent(polygon.soft_mm * scale);
  for (const ColoredCorner& corner : corners) {
    area = area.united(touched_pixels(corner.x - rim, corner.y - rim, corner.x + rim, corner.y + rim));
  }
  return area;
}

Area pixel_bounds(const scene::Ribbon& ribbon, double scale) {
  Area area;
  const double rim = blur_extent(0);
  for (const ColoredRung& rung : rungs_of(ribbon, scale)) {
    for (const ColoredCorner& at : {rung.upper, rung.lower}) {
      area = area.united(touched_pixels(at.x - rim, at.y - rim, at.x + rim, at.y + rim));
    }
  }
  return area;
}

}  // namespace anteroom::paint
