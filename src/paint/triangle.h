// Triangles with sub-pixel corners.
#pragma once

#include "paint/blend.h"

namespace anteroom::paint {

// Paints the triangle a b c, either way round: every pixel whose centre is inside. A centre on an edge that two
// triangles share belongs to one of them. Colours, and the texture if there is one, are interpolated between the
// corners. A corner that is not a finite number paints nothing.
// Requires: `texture` is null or usable.
void fill_triangle(const Canvas& canvas, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                   const Texture* texture);

}  // namespace anteroom::paint
