// Rounded boxes as ImGui vertices with soft edges. ImGui's own shapes take normals from the processor's approximate
// square root and sines from the C library, which differ between machines; these use exactly rounded arithmetic only.
#pragma once

#include "paint/imgui.h"

namespace anteroom::paint {

// A box in pixels with rounded corners; a circle when the radius is half of both sides.
struct RoundBox {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  double radius = 0;

  // The same shape with its edge moved outwards by `by` pixels (inwards when negative), at most to its middle.
  RoundBox grown(double by) const;
  bool empty() const { return !(x0 < x1 && y0 < y1); }
};

// Adds `box`, filled. Edges on whole pixels come out sharp, others soft by one pixel.
void add_box(ImDrawList& list, const RoundBox& box, ImU32 color);

// Adds the ring between `box` and the same box shrunk by `thickness` pixels on each side. Requires: thickness > 0.
void add_ring(ImDrawList& list, const RoundBox& box, double thickness, ImU32 color);

}  // namespace anteroom::paint
