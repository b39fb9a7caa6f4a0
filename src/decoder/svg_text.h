// Texts in an SVG, which are reported instead of drawn: a jailed program has no fonts.
#pragma once

#include <string>

#include "decoder/svg_document.h"
#include "decoder/svg_style.h"

namespace anteroom::decoder {

// What a text says, and in which font.
struct SvgText {
  std::string words;  // shortened; empty: nothing is visible
  std::string font;   // empty: the file names none
  int line = 0;       // of the element of its first character
};

// The visible text in the element `node`, which is visible, and its descendants.
SvgText text_in(const SvgDocument& document, const SvgStyles& styles, int node);

}  // namespace anteroom::decoder
