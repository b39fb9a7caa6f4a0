// SVG pictures, drawn by librsvg.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"
#include "decode/request.h"

namespace anteroom::decoder {

using decode::Decoded;
using decode::Frame;

// The SVG document `bytes` as large as fits into width_px x height_px, once for each of `layer_sets`: the whole picture
// for an empty set, else only the elements with these ids, or else Inkscape labels, in this order, each at its position
// in the whole picture and even if the document hides it; a name that it lacks, or a label of several, is a fault. A
// document without a size is as large as what it draws. One that needs anything external, or a font, is a fault, and
// nothing external is ever opened. Only the part of it in `frame` is drawn, and fitted into the box, with the styles
// that it has for `contrast`. `depth`: how many SVGs it is nested in. Requires: both sizes > 0.
std::vector<Decoded> draw_svg(std::string_view bytes, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layer_sets, const Frame& frame = {},
                              decode::Contrast contrast = decode::Contrast::standard, int depth = 0);

}  // namespace anteroom::decoder
