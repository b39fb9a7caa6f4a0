// Layers of an SVG document, drawn by librsvg and Cairo.
#pragma once

#include <string>
#include <vector>

#include "decode/decoded.h"
#include "decode/request.h"
#include "decoder/drawable_svg.h"

namespace anteroom::decoder {

// What is in `frame` of the document, `size` pixels large: the whole picture if `layers` is empty, else only these,
// cropped to what they draw. A layer that the document lacks is a fault.
decode::Decoded draw_layers(const DrawableSvg& document, decode::PixelSize size, const decode::Frame& frame,
                            const std::vector<std::string>& layers);

// All of `document`, likewise cropped to what it draws.
decode::Decoded draw_cropped(const DrawableSvg& document, decode::PixelSize size, const decode::Frame& frame);

}  // namespace anteroom::decoder
