// The sign of what has been seen: a tick in a disc.
#pragma once

#include <vector>

#include "scene/scene.h"

namespace anteroom::exhibits {

inline constexpr double seen_sign_mm = 10;  // its width and height

struct TickColors {
  scene::Color disc, tick, edge;
};

// Adds a disc with a tick, as large as `box`, which is square. A clear tick leaves the disc empty.
void put_tick(std::vector<scene::Item>& items, const scene::Rect& box, const TickColors& colors);

}  // namespace anteroom::exhibits
