// A picture with regions that each open a short text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/exhibit_state.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// What marks a region: two lines side by side around what is drawn, of which one is seen on any ground, and the disc of
// its tick. `halo` and `lit` are the outer and the inner line of the one that is open: dark and light, too, since a
// dusk that leaves faces as they are hides neither white paper nor dark hair. In mm; `inner_mm` and `open_inner_mm` of
// each is the inner line.
struct HotspotsMarks {
  scene::Color outer = scene::rgb(0x084849), inner = scene::rgb(0xFFFFFF), halo = scene::rgb(0x084849),
               lit = scene::rgb(0xF4C95D);
  scene::Color disc = scene::rgb(0x084849), tick = scene::rgb(0xFFFFFF);
  double unseen_mm = 2.2, open_mm = 3.6, beside_mm = 2.2;  // around what nobody opened, what is open, what is not
  double inner_mm = 1.0, open_inner_mm = 2.0;
};
// In high contrast the inner line is broad, and in the colour of all that can be touched.
HotspotsMarks marks_for(bool high_contrast);

// What the regions are drawn from. `picture`: the card's, absolute; `alt`: what it shows; `parts`: the regions' words,
// in their order.
struct HotspotsScene {
  std::string picture;
  std::string alt;
  std::vector<ExhibitPart> parts;
  double dim = 0.55;  // how much is left of the picture around the region that is open, from 0 to 1
  HotspotsMarks marks = {};
  // Behind the picture, all over the area: while a region is open the rest of both recedes into the dusk. None: there
  // is only the screen's ground, into which the picture recedes.
  std::optional<scene::Color> stage = {};
  bool stands = false;  // on the foot of that stage instead of in its middle
};
// How much of a stage and its picture is left around the region that is open.
inline constexpr double dim_on_stage = 0.66;

// How high the stage is that a picture fills, so wide; see HotspotsScene::stands.
double stage_height(const Hotspots& hotspots, bool stands, double width_mm);

// The picture as large as fits into `area`, and for each region a Target with id "region-<id>" and the region's label,
// at least 20 mm both ways, at least 4 mm apart, inside the area. A line runs around what nobody has opened yet; two
// lines side by side keep a gap. What has been seen has a tick on its upper corner on the outer side. The region that
// is open is lit, and the rest of the picture is dim but for the elements that always keep their colours. The action of
// a region is ExhibitTap{region, its index}.
std::vector<scene::Item> hotspots_view(const Hotspots& hotspots, const HotspotsState& state, const HotspotsScene& look,
                                       const scene::Rect& area);

// Where region `index` is drawn by hotspots_view for the same `area`, without a stage. Requires: index <
// hotspots.regions.size().
scene::Rect region_place(const Hotspots& hotspots, std::size_t index, const scene::Rect& area);

}  // namespace anteroom::exhibits
