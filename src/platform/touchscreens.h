// Which touchscreen belongs to a screen, and where its touches go on a desktop of several monitors.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "paint/pixels.h"

namespace anteroom::platform {

using paint::Area;

struct TouchChoice {
  std::string name;     // or part of it, ignoring case; empty: the only one that is connected
  bool is_used = true;  // false and without a name: the screen is only looked at
};

// The indices in `names`, the connected touchscreens, of those that are meant: one touchscreen may be several devices.
std::vector<std::size_t> own_touchscreens(const std::vector<std::string>& names, const TouchChoice& choice);

// What to say of `names` if the choice cannot be carried out on a desktop of so many monitors; empty: it can.
std::string touch_fault(const std::vector<std::string>& names, const TouchChoice& choice, std::size_t monitors);

// A matrix of 3 x 3, row by row, that takes a touch, as shares of the panel's sides, to the desktop, as shares of its
// sides: the X server's "Coordinate Transformation Matrix".
using TouchMatrix = std::array<float, 9>;

// The matrix for a panel that shows `place` of a desktop of `desktop`'s size, and whose picture the server turns
// anticlockwise by `turned` degrees: 0, 90, 180 or 270.
TouchMatrix touch_matrix(const Area& place, const Area& desktop, int turned);

}  // namespace anteroom::platform
