// Finds what is visible in an SVG but cannot be drawn as intended, on its tree.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decode/decoded.h"
#include "decoder/svg_document.h"
#include "decoder/svg_style.h"

namespace anteroom::decoder {

struct SvgInspection {
  std::vector<decode::Remark> faults, remarks;    // by line; a fault in words after "is not a picture ...: it"
  std::unordered_map<int, std::string> pictures;  // by node: the replacement for each visible embedded picture
  std::size_t pixels = 0;                         // of embedded bitmaps together
};

// `layers`: ids or labels of elements that are drawn separately, even if they are hidden. `depth`: as for clean_svg().
SvgInspection inspect_svg(const SvgDocument& document, const SvgStyles& styles, const std::vector<std::string>& layers,
                          int depth);

// True if the transform-origin attribute of the node is a point in its own units, so that its transform attribute can
// be written without it.
bool is_plain_origin(const SvgDocument& document, int node);

// The child of the <switch> `node` that browsers draw, which support all features and no extensions; -1: none, or it
// depends on the reader's language.
int chosen_child(const SvgDocument& document, int node);

}  // namespace anteroom::decoder
