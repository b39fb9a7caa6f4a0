// Rewrites an SVG document for librsvg.
#pragma once

#include <string>
#include <unordered_map>

#include "decoder/svg_document.h"
#include "decoder/svg_inspector.h"
#include "decoder/svg_style.h"

namespace anteroom::decoder {

// How elements that are drawn separately are written, by node.
struct SvgLayerNode {
  std::string id;          // given to it; empty: it keeps its own
  bool displayed = false;  // written so that it has a place, whatever the file's `display`
  bool visible = false;    // written as visible, whatever the file's `visibility`
  bool left_out = false;   // not drawn
};
using SvgLayerNodes = std::unordered_map<int, SvgLayerNode>;

// The document as UTF-8: SVG elements with their attributes and style sheets, variables replaced by their values,
// embedded pictures replaced as in `inspection`, and of a <switch> the child that browsers draw. Left out are what
// librsvg would not draw anyway, what it would need other files for, and all text, since it would look for fonts.
std::string written(const SvgDocument& document, const SvgStyles& styles, const SvgInspection& inspection,
                    const SvgLayerNodes& layers);

}  // namespace anteroom::decoder
