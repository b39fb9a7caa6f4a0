// Writes an SVG document anew for librsvg.
#pragma once

#include <string>

#include "decoder/svg_document.h"
#include "decoder/svg_inspector.h"
#include "decoder/svg_style.h"

namespace anteroom::decoder {

// The document as UTF-8: elements of SVG with their attributes and style sheets, variables replaced by their values,
// embedded pictures as `inspection` has them, of a <switch> the child that browsers draw. Left out is what librsvg
// would not draw anyway, what it would ask other files for, and every text, since it would look for fonts.
std::string written(const SvgDocument& document, const SvgStyles& styles, const SvgInspection& inspection);

}  // namespace anteroom::decoder
