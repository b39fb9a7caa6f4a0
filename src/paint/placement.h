// Where a scene's items lie in pixels: from millimetres at `scale` pixels each.
#pragma once

#include <vector>

#include "paint/pixels.h"
#include "paint/polygon.h"
#include "paint/shapes.h"
#include "scene/scene.h"

namespace anteroom::paint {

// `px` kept to where whole numbers are whole in ImGui's floats, far beyond any screen; NaN becomes far away.
double bounded(double px);

// The nearest whole pixel, bounded.
int rounded(double px);

// True if the box is finite and has a surface.
bool is_valid(const scene::Rect& box);

// The box on whole pixels, where neighbours meet without a seam; never less than one pixel. Requires: sound(box).
Area pixel_area(const scene::Rect& box, double scale);

// The outer shape of a fill. Requires: sound(fill.box).
RoundBox round_box(const scene::Fill& fill, double scale);

// The corners of a polygon with their colours; empty when their numbers differ.
std::vector<ColoredCorner> corners_of(const scene::Polygon& polygon, double scale);

// Pixels that hold all that an item can paint; empty: it paints nothing. A text's depend on its fonts and are not here.
Area pixel_bounds(const scene::Fill& fill, double scale);
Area pixel_bounds(const scene::Picture& picture, double scale);
Area pixel_bounds(const scene::Code& code, double scale);
Area pixel_bounds(const scene::Polygon& polygon, double scale);

}  // namespace anteroom::paint
