// Where finished pixels are shown: the window, or a test's memory.
#pragma once

#include <vector>

#include "paint/pixels.h"

namespace anteroom::platform {

// Part of the glass, in pixels.
using paint::Area;

// The largest area of `ratio` (width by height) in the middle of width x height pixels; at least one pixel each way.
Area fit(double ratio, int width, int height);

class Glass {
 public:
  virtual ~Glass() = default;
  virtual int width() const = 0;  // pixels
  virtual int height() const = 0;
  // Shows `layer` in `area`, black around it. `damaged`: the only parts of the layer that differ from what it showed
  // there last, in the layer's pixels; empty: all of it. False: the glass cannot be drawn to now, and nothing was
  // shown. Requires: the layer has the area's size.
  virtual bool show(const paint::Layer& layer, const Area& area, const std::vector<Area>& damaged) = 0;
  // Shows a mix of two layers of the area's size: amount 0 is `from`, 1 is `to`. `differing`: every part in which they
  // differ; empty: all of it. What is equal is on the glass already, since `from` or a mix of the two was shown there
  // last. False: as for show.
  virtual bool show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area& area,
                         const std::vector<Area>& differing) = 0;
};

}  // namespace anteroom::platform
