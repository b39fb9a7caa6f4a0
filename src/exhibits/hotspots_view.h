// A picture with regions that each open a short text.
#pragma once

#include <string>
#include <vector>

#include "model/exhibit_state.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// The picture as large as fits into `area`, and for each region a ring (the open one's is thicker and filled) and a
// Target with id "region-<id>" and the region's label, at least 20 mm both ways, at least 4 mm apart, inside the area.
// `parts`: the regions' words, in their order. The action of a region is ExhibitTap{region, its index}.
std::vector<scene::Item> hotspots_view(const Hotspots& hotspots, const HotspotsState& state,
                                       const std::vector<ExhibitPart>& parts, const std::string& picture,
                                       const std::string& alt, const scene::Rect& area);

}  // namespace anteroom::exhibits
