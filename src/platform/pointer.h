// Where on the upright screen a finger on the window is.
#pragma once

#include "model/settings.h"
#include "platform/glass.h"
#include "scene/geometry.h"

namespace anteroom::platform {

// Where the whole of `screen` stands on a glass of width x height pixels.
Area area_on_glass(const Screen& screen, int width, int height);

// The pixel x, y of a glass of width x height pixels as a place on `screen` in mm, turned as the picture is. Outside
// the screen's area it lies outside the screen.
scene::Point point_on_screen(const Screen& screen, int width, int height, double x, double y);

}  // namespace anteroom::platform
