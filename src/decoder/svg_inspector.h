// What an SVG shows that cannot be drawn as it is meant: found on the tree, in what is seen.
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
  std::unordered_map<int, std::string> pictures;  // what each embedded picture that is seen is to be replaced by
  std::size_t pixels = 0;                         // of embedded bitmaps together
};

// `layers`: ids of elements that are drawn on their own. `depth`: as for clean_svg().
SvgInspection inspect_svg(const SvgDocument& document, const SvgStyles& styles, const std::vector<std::string>& layers,
                          int depth);

// True if the attribute transform-origin of the node is a point in its own units, so that its attribute transform can
// be written without.
bool is_plain_origin(const SvgDocument& document, int node);

// Of the children of the <switch> `node` the one that browsers draw, which know all features and no extensions; -1:
// none, or it depends on the reader's language.
int chosen_child(const SvgDocument& document, int node);

}  // namespace anteroom::decoder
