// The sheet of paper as items of a scene.
#pragma once

#include <string>
#include <vector>

#include "model/fold.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// The items of `state`'s sheet: the table under it, the sheet with its creases, the turned part with its back and its
// shadow, and one Handle over the sheet with `label`, taken anywhere on the table. All inside `area`, the sheet as
// large as it goes. `hand`: the picture of a hand, absolute, which shows where to drag a sheet that was never folded;
// empty: none does. Requires: area is at least 40 mm both ways.
std::vector<scene::Item> fold_view(const FoldState& state, const scene::Rect& area, const std::string& label,
                                   const std::string& hand = {});

// How round the corners of the sheet's table are, which fills the area of fold_view.
double table_corner_mm(const scene::Rect& area);

}  // namespace anteroom::exhibits
