// The position of a part of a text in its layout.
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

// The stretches that [start, end) of paragraph `paragraph` (UTF-16 units, as in Sentence) takes up: one or more per
// line, from left to right. Requires: `layout` was made with `fonts`.
std::vector<Stretch> places_of(const Layout& layout, int paragraph, int start, int end, Fonts& fonts);

}  // namespace anteroom::text
