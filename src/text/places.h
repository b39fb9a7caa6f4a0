// Where a part of a text stands in its layout.
#pragma once

#include <vector>

#include "text/fonts.h"
#include "text/layout.h"

namespace anteroom::text {

// A stretch of one line, in mm from the layout's top left corner.
struct Stretch {
  double x_mm = 0, width_mm = 0;
  double baseline_mm = 0;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Where [start, end) of paragraph `paragraph` (UTF-16 units, as Sentence has them) stands: a stretch or more a line,
// from left to right. Requires: `layout` was made with `fonts`.
std::vector<Stretch> places_of(const Layout& layout, int paragraph, int start, int end, Fonts& fonts);

}  // namespace anteroom::text
