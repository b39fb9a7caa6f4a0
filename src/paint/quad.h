// Upright rectangles: most pixels of a screen, painted by whole rows.
#pragma once

#include "paint/blend.h"

namespace anteroom::paint {

// True if the rectangle a b c d (from the top left corner, clockwise) was painted: it stands upright on finite corners
// and has one colour. False: nothing was painted, and it is two triangles like any others. Requires: `texture` is null
// or usable.
bool fill_quad(const Canvas& canvas, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d,
               const Texture* texture);

}  // namespace anteroom::paint
