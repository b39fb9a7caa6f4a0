// Where slanted shapes differ: areas row by row instead of one box around them.
#pragma once

#include <vector>

#include "paint/pixels.h"
#include "paint/polygon.h"

namespace anteroom::paint {

// Collects what has changed in bands of a layer, so that a slanted edge costs the pixels near it and not its box.
class BandedDamage {
 public:
  explicit BandedDamage(const Area& bounds);

  // An empty area adds nothing.
  void add(const Area& area);
  // All that the polygon of `corners` paints with a rim of `rim` pixels beyond its edge; of one that is not convex, the
  // box around it.
  void add(const std::vector<ColoredCorner>& corners, double rim);
  // What only one of two polygons covers, and the rims of both. Requires: both are opaque, of one colour, and
  // whatever is between them in the order of painting is added, too.
  void add_difference(const std::vector<ColoredCorner>& one, const std::vector<ColoredCorner>& other, double rim);

  // Rectangles that cover everything added, within the bounds. They do not overlap.
  std::vector<Area> areas() const;

 private:
  struct Span {
    double left = 0, right = 0;  // of pixels; empty unless left < right
    double top = 0, bottom = 0;
  };
  void add(std::size_t band, const Span& span);
  double top_of(std::size_t band) const;
  Span reached(const std::vector<ColoredCorner>& corners, double rim, std::size_t band) const;
  Span filled(const std::vector<ColoredCorner>& corners, double rim, std::size_t band) const;

  Area bounds_;
  int height_;                            // of a band
  std::vector<std::vector<Area>> bands_;  // what is damaged in each
};

}  // namespace anteroom::paint
