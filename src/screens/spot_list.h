// The spots of a picture as a list beside it.
#pragma once

#include <vector>

#include "exhibits/hotspots_view.h"
#include "screens/view.h"

namespace anteroom::screens {

// A row for each spot, with its name in `text` and whether it has been seen, below each other, or side by side where
// the words are above the picture; taken off the top of `column`. A touch on a row opens its spot; the picture's own
// targets are those in the focus order. Empty, and nothing is taken, where there is no room, or where in reach mode a
// row would be too high.
std::vector<scene::Item> spot_list(const View& view, const Hotspots& hotspots, const CardText& text,
                                   const HotspotsState& state, scene::Column& column);

// A disc for each spot, with a tick in as many as have been seen, `size_mm` high, from the start of `row`.
std::vector<scene::Item> seen_discs(const View& view, const Hotspots& hotspots, const HotspotsState& state,
                                    scene::Row& row, double size_mm);

}  // namespace anteroom::screens
