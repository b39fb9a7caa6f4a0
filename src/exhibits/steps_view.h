// A timeline: the picture of the moment, and the line that a finger scrubs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/exhibit_state.h"
#include "scene/flow.h"
#include "scene/palette.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// The ground behind a picture: how round its corners are, and how much of it is free around the picture.
inline constexpr double stage_corner_mm = 8, stage_rim_mm = 3;

// What the timeline is drawn from. `picture`: the card's, absolute; `alt`: what it shows now.
struct StepsScene {
  std::string picture;
  std::string alt;
  std::string label;  // of the handle
  scene::palette::Colors colors = scene::palette::standard;
  std::optional<scene::Color> ground = {};  // of the picture; none: the screen's
  std::optional<Share> reach = {};          // of a ground that the picture draws beyond its board, see Board::OwnGround
};

// The picture of the step nearest to `state`'s position above the line with a notch for each step and the thumb; one
// Handle over the line, as long as it, taken anywhere in `area`. The notches are above the middles of as many boxes
// side by side, scene::min_gap_mm apart, as wide as `area` together. Time runs in `direction`.
// In a picture with marks, one mark is seen: it travels with the thumb along a smooth curve through the places at which
// those of the steps are drawn. Such a picture fills its stage. A step whose picture cannot be drawn shows the card's.
// All inside `area`. Requires: area is at least 60 mm both ways.
std::vector<scene::Item> steps_view(const Steps& steps, const StepsState& state, const StepsScene& look,
                                    const scene::Rect& area, scene::Direction direction);

}  // namespace anteroom::exhibits
