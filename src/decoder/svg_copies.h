// What an SVG becomes when every <use> stands for a copy.
#pragma once

#include <cstdint>

#include "decoder/svg_document.h"

namespace anteroom::decoder {

struct SvgCopies {
  std::uint64_t elements = 0;  // no more than `most` + 1 are counted
  int depth = 0;               // of the element that is inside most others
};

// Linear in time.
SvgCopies count_copies(const SvgDocument& document, std::uint64_t max);

}  // namespace anteroom::decoder
