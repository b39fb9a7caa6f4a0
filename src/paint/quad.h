// Upright rectangles, which cover most of a screen, painted in whole rows.
#pragma once

#include "paint/blend.h"

namespace anteroom::paint {

// True if the rectangle a b c d (clockwise from the top left corner) was painted: its sides are parallel to the axes,
// its corners finite, and it has one colour. False: nothing was painted, and it is to be drawn as two triangles.
// Requires: `texture` is null or usable.
bool fill_quad(const Canvas& canvas, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d,
               const Texture* texture);

}  // namespace anteroom::paint
