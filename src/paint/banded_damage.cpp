#include "paint/banded_damage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace anteroom::paint {
namespace {

using Outline = std::vector<ColoredCorner>;

constexpr double farthest_px = 1 << 24;  // floats still distinguish whole pixels

struct Stretch {
  double from = std::numeric_limits<double>::infinity(), to = -std::numeric_limits<double>::infinity();
  bool empty() const { return !(from <= to); }
  void include(double x) {
    from = std::min(from, x);
    to = std::max(to, x);
  }
};

// Calls with(a, b) for each edge.
template <typename With>
void for_each_edge(const Outline& corners, With with) {
  for (std::size_t i = 0; i < corners.size(); ++i) with(corners[i], corners[(i + 1) % corners.size()]);
}

// Where the line at `y` crosses the polygon.
Stretch across(const Outline& corners, double y) {
  Stretch range;
  for_each_edge(corners, [&](const ColoredCorner& a, const ColoredCorner& b) {
    if ((a.y < y && b.y < y) || (a.y > y && b.y > y)) return;
    if (a.y == b.y) {
      range.include(a.x);
      range.include(b.x);
    } else {
      range.include(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
  });
  return range;
}

// True if the outline bends one way only and goes round once; a repeated corner does no harm.
bool is_convex(const Outline& corners) {
  constexpr double straight = 1e-6;
  if (corners.size() < 3) return false;
  if (std::any_of(corners.begin(), corners.end(), [](const ColoredCorner& c) {
        return !(std::fabs(c.x) <= farthest_px && std::fabs(c.y) <= farthest_px);
      })) {
    return false;
  }
  bool left = false, right = false;
  int turns = 0;  // from going up to going down and back
  double down = 0, first_down = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const ColoredCorner &a = corners[i], &b = corners[(i + 1) % corners.size()], &c = corners[(i + 2) % corners.size()];
    const double bend = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    left = left || bend < -straight;
    right = right || bend > straight;
    const double goes = b.y - a.y;
    if (goes == 0) continue;
    if (first_down == 0) first_down = goes;
    if (down != 0 && (goes > 0) != (down > 0)) ++turns;
    down = goes;
  }
  if (down != 0 && (first_down > 0) != (down > 0)) ++turns;
  return !(left && right) && turns <= 2;
}

Area box_around(const Outline& corners, double rim) {
  Stretch x, y;
  for (const ColoredCorner& corner : corners) {
    x.include(corner.x);
    y.include(corner.y);
  }
  const auto pixel = [](double value) { return static_cast<int>(std::clamp(value, -farthest_px, farthest_px)); };
  const int left = pixel(std::floor(x.from - rim - 1)), top = pixel(std::floor(y.from - rim - 1));
  return {left, top, pixel(std::ceil(x.to + rim + 1)) - left, pixel(std::ceil(y.to + rim + 1)) - top};
}

}  // namespace

BandedDamage::BandedDamage(const Area& bounds) : bounds_(bounds), height_(std::clamp(bounds.height / 48, 8, 64)) {
  bands_.resize(static_cast<std::size_t>(std::max(0, (bounds.height + height_ - 1) / height_)));
}

double BandedDamage::top_of(std::size_t band) const {
  return bounds_.y + static_cast<double>(band) * height_;
}

void BandedDamage::add(std::size_t band, const Span& span) {
  if (!(span.left < span.right && span.top < span.bottom)) return;
  const auto pixel = [](double value, int low, int high) {
    return static_cast<int>(std::clamp<double>(value, low, high));
  };
  const int top = static_cast<int>(top_of(band)), bottom = std::min(top + height_, bounds_.bottom());
  const int x0 = pixel(std::floor(span.left), bounds_.x, bounds_.right());
  const int x1 = pixel(std::ceil(span.right), bounds_.x, bounds_.right());
  const int y0 = pixel(std::floor(span.top), top, bottom), y1 = pixel(std::ceil(span.bottom), top, bottom);
  if (x0 < x1 && y0 < y1) bands_[band].push_back({x0, y0, x1 - x0, y1 - y0});
}

void BandedDamage::add(const Area& area) {
  if (area.empty()) return;
  for (std::size_t band = 0; band < bands_.size(); ++band) {
    add(band, Span{.left = static_cast<double>(area.x),
                   .right = static_cast<double>(area.right()),
                   .top = std::max<double>(area.y, top_of(band)),
                   .bottom = std::min<double>(area.bottom(), top_of(band) + height_)});
  }
}

// What a polygon may paint of a band.
BandedDamage::Span BandedDamage::reached(const Outline& corners, double rim, std::size_t band) const {
  const double top = top_of(band) - rim - 1, bottom = top_of(band) + height_ + rim + 1;
  Stretch x, y;
  const auto include = [&](double at_x, double at_y) {
    x.include(at_x);
    y.include(at_y);
  };
  for (const ColoredCorner& corner : corners) {
    if (corner.y >= top && corner.y <= bottom) include(corner.x, corner.y);
  }
  for (const double edge : {top, bottom}) {
    const Stretch range = across(corners, edge);
    if (range.empty()) continue;
    include(range.from, edge);
    include(range.to, edge);
  }
  if (x.empty()) return {};
  return {x.from - rim - 1, x.to + rim + 1, std::max(y.from - rim - 1, top_of(band)),
          std::min(y.to + rim + 1, top_of(band) + height_)};
}

// What of a band a polygon covers in all its rows, without its rim. Its sides are straight or bend outwards, so they
// are nearest to each other at the upper or at the lower edge.
BandedDamage::Span BandedDamage::filled(const Outline& corners, double rim, std::size_t band) const {
  const double top = top_of(band) - rim - 1, bottom = top_of(band) + height_ + rim + 1;
  const Stretch above = across(corners, top), below = across(corners, bottom);
  if (above.empty() || below.empty()) return {};
  return {std::max(above.from, below.from) + 2 * rim + 2, std::min(above.to, below.to) - 2 * rim - 2, top, bottom};
}

void BandedDamage::add(const Outline& corners, double rim) {
  if (!is_convex(corners)) {
    if (!corners.empty()) add(box_around(corners, rim));
    return;
  }
  for (std::size_t band = 0; band < bands_.size(); ++band) add(band, reached(corners, rim, band));
}

void BandedDamage::add_difference(const Outline& one, const Outline& other, double rim) {
  if (!is_convex(one) || !is_convex(other)) {
    add(one, rim);
    add(other, rim);
    return;
  }
  for (std::size_t band = 0; band < bands_.size(); ++band) {
    const Span a = reached(one, rim, band), b = reached(other, rim, band);
    const Span in_a = filled(one, rim, band), in_b = filled(other, rim, band);
    const double from = std::max(in_a.left, in_b.left), to = std::min(in_a.right, in_b.right);
    const bool both = in_a.left < in_a.right && in_b.left < in_b.right && from < to;
    if (!both) {
      add(band, a);
      add(band, b);
      continue;
    }
    const double left = std::min(a.left, b.left), right = std::max(a.right, b.right);
    const double top = top_of(band), bottom = top + height_;
    add(band, Span{left, from, top, bottom});
    add(band, Span{to, right, top, bottom});
  }
}

std::vector<Area> BandedDamage::areas() const {
  constexpr int narrow = 24;  // a gap that is not worth an area of its own
  std::vector<Area> all;
  for (std::vector<Area> band : bands_) {
    std::sort(band.begin(), band.end(), [](const Area& a, const Area& b) { return a.x < b.x; });
    std::vector<Area> apart;
    for (const Area& area : band) {
      if (!apart.empty() && area.x <= apart.back().right() + narrow) {
        apart.back() = apart.back().united(area);
      } else {
        apart.push_back(area);
      }
    }
    for (const Area& area : apart) {
      const auto continues = [&](const Area& above) {
        return above.x == area.x && above.width == area.width && above.bottom() == area.y;
      };
      const auto above = std::find_if(all.begin(), all.end(), continues);
      if (above != all.end()) {
        above->height += area.height;
      } else {
        all.push_back(area);
      }
    }
  }
  return all;
}

}  // namespace anteroom::paint
