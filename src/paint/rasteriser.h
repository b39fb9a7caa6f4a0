// ImGui draw lists -> pixels, on the processor, the same to the bit on every machine.
#pragma once

#include "paint/imgui.h"
#include "paint/pixels.h"

namespace anteroom::paint {

// Draws `list` onto `layer`. Vertices are in pixels with fractions; a pixel is inside where its centre is. Texture ids
// are `const Texture*` (alive for the call), or null for plain colour; pictures are sampled bilinearly; colours are
// blended as sRGB values. Clip rectangles of the commands hold; user callbacks are passed over.
void rasterise(const ImDrawList& list, Layer& layer);

// The same inside `part` of the layer, to the bit; nothing outside is touched.
void rasterise(const ImDrawList& list, Layer& layer, const Area& part);

}  // namespace anteroom::paint
