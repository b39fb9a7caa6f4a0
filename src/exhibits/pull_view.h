// A slice of skin with a muscle under it, as items of a scene.
#pragma once

#include <string>
#include <vector>

#include "model/pull.h"
#include "scene/flow.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// What belongs to a slice besides its state. `label`: of the handle. `hand`: the picture of a hand, absolute, which
// shows where to drag a muscle that nobody has touched; empty: none does. The months of the calendar follow each other
// in the direction of `reading`.
struct PullScene {
  std::string label;
  std::string hand = {};
  scene::Direction reading = scene::Direction::left_to_right;
  bool high_contrast = false;  // a black table, and a wider edge around the muscle
};

// The items of `state`'s slice: the table around it, the skin with its lines, the fat, the muscle with its fibres and a
// knob at its free end, the bone that its other end holds on to, from the time when it is rested a calendar with a leaf
// for each month, and one Handle over the slice, taken anywhere on the table. All inside `area`, the slice as large as
// it goes. Requires: area is at least 40 mm both ways.
std::vector<scene::Item> pull_view(const Pull& pull, const PullState& state, const PullScene& look,
                                   const scene::Rect& area);

}  // namespace anteroom::exhibits
