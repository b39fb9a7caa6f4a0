// SVG files made ready for librsvg: inspected, and written anew without what it cannot draw as it is meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"

namespace anteroom::decoder {

struct CleanSvg {
  std::string text;   // UTF-8; without entities, text, scripts and links to the outside
  std::string fault;  // why the picture cannot be shown as it is meant, in words; empty: it can
  int fault_line = 0;
  std::vector<decode::Remark> remarks;
};

// The SVG file `bytes`. What is not seen is not inspected; `layers` are the ids of elements that are drawn on their
// own, and so are seen. `depth`: how many SVGs it is inside of. Linear in time, but for embedded pictures, which are
// read to their ends.
CleanSvg clean_svg(std::string_view bytes, const std::vector<std::string>& layers, int depth = 0);

}  // namespace anteroom::decoder
