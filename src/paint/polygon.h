// Convex polygons as ImGui vertices with soft edges; like those of shapes.h, from exactly rounded arithmetic only.
#pragma once

#include <vector>

#include "paint/imgui.h"

namespace anteroom::paint {

// A corner in pixels and its colour.
struct ColoredCorner {
  double x = 0, y = 0;
  ImU32 color = 0;
};

// Adds the convex polygon of `corners`, either way round, its colours mixed in between. Its edge lies in the middle of
// a rim `soft` pixels wide, at least one, over which it fades; edges on whole pixels come out sharp. Where the polygon
// is too thin for a rim inside, it is as faint as it is thin. Fewer than three different corners, no surface, or a
// corner that is not a finite number add nothing; a polygon that is not convex adds something.
void add_polygon(ImDrawList& list, const std::vector<ColoredCorner>& corners, double soft);

// How far the paint of such a polygon reaches past its corners, in pixels.
double blur_extent(double soft);

}  // namespace anteroom::paint
