// Reads the XML of an SVG file by libxml2.
#pragma once

#include <string_view>

#include "decoder/svg_document.h"

namespace anteroom::decoder {

// Reads `bytes` into `document`, which is emptied first, with a fault if they are no sound XML or go beyond a limit.
// `encoding`: what they are written in, whatever they say; null: what they say. Returns libxml2's number of what is not
// sound; 0: nothing. Nothing but `bytes` is ever read.
int read_svg(std::string_view bytes, const char* encoding, SvgDocument& document);

}  // namespace anteroom::decoder
