// Positions of a scene's items in pixels, from millimetres at `scale` pixels each.
#pragma once

#include <array>
#include <vector>

#include "decode/request.h"
#include "paint/imgui.h"
#include "paint/pixels.h"
#include "paint/polygon.h"
#include "paint/ribbon.h"
#include "paint/shapes.h"
#include "scene/scene.h"

namespace anteroom::paint {

// `px` clamped to the range in which ImGui's floats hold whole numbers exactly, far beyond any screen; NaN gives the
// lower limit.
double bounded(double px);

// The nearest whole pixel, bounded.
int rounded(double px);

// True if the box is finite and has an area.
bool is_valid(const scene::Rect& box);

// The box on whole pixels, where neighbours meet without a seam; at least one pixel. Requires: is_valid(box).
Area pixel_area(const scene::Rect& box, double scale);

// The part of `picture` that is drawn.
decode::Frame frame_of(const scene::Picture& picture);

// Where the corners of a texture at `drawn` are if its picture has a pose, clockwise from its top left one; in pixels.
// Requires: picture.pose.
std::array<ImVec2, 4> posed_corners(const scene::Picture& picture, const Area& drawn, double scale);

// The outer shape of a fill. Requires: is_valid(fill.box).
RoundBox round_box(const scene::Fill& fill, double scale);

// The corners of a polygon with their colours; empty if there are not as many of one as of the other.
std::vector<ColoredCorner> corners_of(const scene::Polygon& polygon, double scale);

// The rungs of a ribbon.
std::vector<ColoredRung> rungs_of(const scene::Ribbon& ribbon, double scale);

// Bounds in pixels of everything that an item can paint; empty: it paints nothing. Those of text depend on its fonts
// and are not here.
Area pixel_bounds(const scene::Fill& fill, double scale);
Area pixel_bounds(const scene::Picture& picture, double scale);
Area pixel_bounds(const scene::Code& code, double scale);
Area pixel_bounds(const scene::Polygon& polygon, double scale);
Area pixel_bounds(const scene::Ribbon& ribbon, double scale);

}  // namespace anteroom::paint
