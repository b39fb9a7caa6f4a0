// What a finger meets on the glass.
#pragma once

#include <string>
#include <vector>

#include "scene/scene.h"

namespace anteroom::scene {

// How far a target's hit area reaches past its drawn edge, in mm: glass lies above the picture and people look at it
// from above, so a finger lands low (standards: Touch targets).
inline constexpr double slop_mm = 4;
inline constexpr double slop_below_mm = 6;

// The target at `point`: the last drawn one that holds it, else the nearest one whose hit area does; a ground target
// only where no other is. Null: none. Valid as long as the scene.
const Target* target_at(const Scene& scene, Point point);
const Handle* handle_at(const Scene& scene, Point point);

// The target called `id`; null: none.
const Target* target_named(const Scene& scene, const std::string& id);

// The target that the keypad is on while its focus is `id`. One that went away with its screen has a stand-in: Home for
// Next, so that whoever presses on at the last page is not led back by the same key; else the first. Null: the keypad
// is not used (`id` is empty), or there are no targets.
const Target* focused(const Scene& scene, const std::string& id);

// Every target in the order in which a keypad visits them.
std::vector<const Target*> focus_order(const Scene& scene);

}  // namespace anteroom::scene
