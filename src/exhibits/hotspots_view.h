// A picture with regions that each open a short text.
#pragma once

#include <string>
#include <vector>

#include "model/exhibit_state.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// What the regions are drawn from. `picture`: the card's, absolute; `alt`: what it shows; `parts`: the regions' words,
// in their order.
struct HotspotsScene {
  std::string picture;
  std::string alt;
  std::vector<ExhibitPart> parts;
  double dim = 0.3;  // how much is left of all that is not open, from 0 to 1
};

// The picture as large as fits into `area`, and for each region a Target with id "region-<id>" and the region's label,
// at least 20 mm both ways, at least 4 mm apart, inside the area. A line runs around what nobody has opened yet, and
// what has been seen has a tick. The region that is open is lit and all else is dim. The action of a region is
// ExhibitTap{region, its index}.
std::vector<scene::Item> hotspots_view(const Hotspots& hotspots, const HotspotsState& state, const HotspotsScene& look,
                                       const scene::Rect& area);

// Where region `index` is drawn by hotspots_view for the same `area`. Requires: index < hotspots.regions.size().
scene::Rect region_place(const Hotspots& hotspots, std::size_t index, const scene::Rect& area);

}  // namespace anteroom::exhibits
