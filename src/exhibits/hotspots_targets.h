// Where the regions of a picture are touched.
#pragma once

#include <vector>

#include "model/exhibit.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// `box` with both sides at least `min`, around its middle, then pushed into `area`.
scene::Rect grown(const scene::Rect& box, double min, const scene::Rect& area);

// Where `region` of a `picture` is drawn on the screen.
scene::Rect drawn_box(const Region& region, const scene::Rect& picture);

// Where each region of a `picture` is on the screen, as large as a target should be, inside `area`.
std::vector<scene::Rect> region_boxes(const std::vector<Region>& regions, const scene::Rect& picture,
                                      const scene::Rect& area);

// The target of each region: `boxes`, far enough apart for fingers. Of two that lie on each other each is left on its
// own side, so that a touch opens the nearer one.
std::vector<scene::Rect> target_boxes(std::vector<scene::Rect> boxes, const scene::Rect& area);

}  // namespace anteroom::exhibits
