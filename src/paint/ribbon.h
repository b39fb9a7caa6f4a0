// Bands between two curves as ImGui vertices; as in polygon.h, computed with exactly rounded arithmetic only.
#pragma once

#include <vector>

#include "paint/imgui.h"
#include "paint/polygon.h"

namespace anteroom::paint {

// Two corners across from each other, one of each long side.
struct ColoredRung {
  ColoredCorner upper, lower;
};

// Adds the band through `rungs`, with their colours interpolated. Each of its long sides is in the middle of a rim one
// pixel wide, over which it fades; its ends have none, so that a band can go on from there. Where it is thinner than
// its rims it is drawn fainter in proportion. Fewer than two rungs, or one that is not finite, add nothing.
void add_ribbon(ImDrawList& list, const std::vector<ColoredRung>& rungs);

}  // namespace anteroom::paint
