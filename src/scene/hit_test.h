// Which target a touch hits.
#pragma once

#include <string>
#include <vector>

#include "scene/scene.h"

namespace anteroom::scene {

// How far a target's hit area extends beyond its drawn edge, in mm: the glass is in front of the picture and people
// look at it from above, so a finger lands low (standards: Touch targets).
inline constexpr double slop_mm = 4;
inline constexpr double slop_below_mm = 6;

// The target at `point`: the last drawn one that contains it, else the nearest one whose hit area does; a background
// target (Target::ground) only where there is no other. Null: none. Valid as long as the scene.
const Target* target_at(const Scene& scene, Point point);
const Handle* handle_at(const Scene& scene, Point point);

// The target called `id`; null: none.
const Target* target_named(const Scene& scene, const std::string& id);

// The target that has the keypad's focus when the focus is `id`. If `id` is not on this screen, another target has it:
// Home instead of Next, so that a user who keeps pressing at the last page is not taken back by the same key; otherwise
// the first. Null: the keypad is not used (`id` is empty), or there are no targets.
const Target* focused(const Scene& scene, const std::string& id);

// Every target in the order in which a keypad visits them; of those that do the same, only one.
std::vector<const Target*> focus_order(const Scene& scene);

}  // namespace anteroom::scene
