// SVG pictures, drawn by librsvg.
#pragma once

#include <string_view>

#include "paint/decoded.h"

namespace anteroom::paint {

// The SVG document `bytes` as large as fits into width_px x height_px; without a size of its own it fills the box.
// A document stands alone: one that shows another file or an address is a fault, and nothing outside is ever opened.
// Requires: both sizes > 0.
Decoded draw_svg(std::string_view bytes, int width_px, int height_px);

}  // namespace anteroom::paint
