// The face drawn on the front of the sheet: a crease across its forehead says what the sheet stands for.
#pragma once

#include <vector>

#include "exhibits/outline.h"

namespace anteroom::exhibits {

struct FacePart {
  Outline shape;  // on the open sheet, in sheet widths, from its upper left corner
  scene::Color color;
};

// The face in convex parts, in the order in which they are painted. Its forehead is above y = 0.32, its mouth above
// 0.66.
const std::vector<FacePart>& paper_face();

}  // namespace anteroom::exhibits
