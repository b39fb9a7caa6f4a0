// Where finished pixels are shown: the window, or memory in tests.
#pragma once

#include <vector>

#include "paint/pixels.h"

namespace anteroom::platform {

// A rectangle of the display, in pixels.
using paint::Area;

// The largest area with the aspect ratio `ratio` (width / height), centred in width x height pixels; at least one pixel
// each way.
Area fit(double ratio, int width, int height);

class Glass {
 public:
  virtual ~Glass() = default;
  virtual int width() const = 0;  // pixels
  virtual int height() const = 0;
  // Shows `layer` in `area`, with black around it. `damaged`: the only parts of the layer that differ from what was
  // last shown there, in the layer's pixels; empty: all of it. False: the display cannot be drawn to now, and nothing
  // was shown. Requires: the layer has the area's size.
  virtual bool show(const paint::Layer& layer, const Area& area, const std::vector<Area>& damaged) = 0;
  // Shows a mix of two layers of the area's size: amount 0 is `from`, 1 is `to`. `differing`: all parts in which they
  // differ; empty: everything. What is equal is already on the display, since `from` or a mix of the two was last shown
  // there. False: as for show.
  virtual bool show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area& area,
                         const std::vector<Area>& differing) = 0;
};

}  // namespace anteroom::platform
