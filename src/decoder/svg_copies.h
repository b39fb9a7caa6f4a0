// The size of an SVG when every <use> is replaced by a copy.
#pragma once

#include <cstdint>

#include "decoder/svg_document.h"

namespace anteroom::decoder {

struct SvgCopies {
  std::uint64_t elements = 0;  // at most `max` + 1 are counted
  int depth = 0;               // of the most deeply nested element
};

// Linear in time.
SvgCopies count_copies(const SvgDocument& document, std::uint64_t max);

}  // namespace anteroom::decoder
