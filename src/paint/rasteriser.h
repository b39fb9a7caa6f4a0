// ImGui draw lists -> pixels, on the CPU, bit for bit the same on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "paint/imgui.h"
#include "paint/pixels.h"

namespace anteroom::paint {

// Draws `list` onto `layer`. Vertices are in fractional pixels; a pixel is inside if its centre is. Texture ids are
// `const Texture*` (alive for the call), or null for plain colour; textures are sampled bilinearly; colours are blended
// as sRGB values. The commands' clip rectangles apply; user callbacks are skipped.
void rasterise(const ImDrawList& list, Layer& layer);

// The same inside `part` of the layer, bit for bit; nothing outside is touched.
void rasterise(const ImDrawList& list, Layer& layer, const Area& part);

// The same inside each of `areas`, on a ground of the pixel `ground` from which each is painted anew: they may overlap.
void rasterise(const ImDrawList& list, Layer& layer, const std::vector<Area>& areas, std::uint32_t ground);

}  // namespace anteroom::paint
