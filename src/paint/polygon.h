// Convex polygons as ImGui vertices with soft edges; as in shapes.h, computed with exactly rounded arithmetic only.
#pragma once

#include <vector>

#include "paint/imgui.h"

namespace anteroom::paint {

// A corner in pixels and its colour.
struct ColoredCorner {
  double x = 0, y = 0;
  ImU32 color = 0;
};

// Adds the convex polygon of `corners`, in either direction, with its colours interpolated. Its edge is in the middle
// of a rim `soft` pixels wide (at least one), over which it fades; edges on whole pixels come out sharp. A polygon too
// thin for the inner half of its rim is drawn fainter in proportion. Of a `hollow` one only the rim is drawn. Fewer
// than three different corners, no area, or a corner that is not finite add nothing; a polygon that is not convex adds
// an unspecified shape.
void add_polygon(ImDrawList& list, const std::vector<ColoredCorner>& corners, double soft, bool hollow = false);

// How far the paint of such a polygon extends beyond its corners, in pixels.
double blur_extent(double soft);

}  // namespace anteroom::paint
