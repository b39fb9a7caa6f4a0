// Maps a finger on the window to the upright screen.
#pragma once

#include "model/settings.h"
#include "platform/glass.h"
#include "scene/geometry.h"

namespace anteroom::platform {

// Where the whole of `screen` is shown on a display of width x height pixels.
Area area_on_glass(const Screen& screen, int width, int height);

// The pixel x, y of a display of width x height pixels as a point on `screen` in mm, rotated like the picture. Outside
// the screen's area it is outside the screen.
scene::Point point_on_screen(const Screen& screen, int width, int height, double x, double y);

}  // namespace anteroom::platform
