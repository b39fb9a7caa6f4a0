// Reads the XML of an SVG file with libxml2.
#pragma once

#include <string_view>

#include "decoder/svg_document.h"

namespace anteroom::decoder {

// Reads `bytes` into `document`, which is emptied first, with a fault if they are not valid XML or exceed a limit.
// `encoding`: their encoding, whatever they declare; null: the one they declare. Returns libxml2's number of the first
// error; 0: none. Nothing but `bytes` is ever read.
int read_svg(std::string_view bytes, const char* encoding, SvgDocument& document);

}  // namespace anteroom::decoder
