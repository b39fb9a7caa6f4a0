// Texts in an SVG, which are named instead of drawn: a jailed program has no fonts.
#pragma once

#include <string>

#include "decoder/svg_document.h"
#include "decoder/svg_style.h"

namespace anteroom::decoder {

// What a text says and how.
struct SvgText {
  std::string words;  // shortened; empty: nothing is seen
  std::string font;   // empty: the file names none
  int line = 0;       // of its first letter's element
};

// The text in the element `node` and inside it, as far as it is seen.
SvgText text_in(const SvgDocument& document, const SvgStyles& styles, int node);

}  // namespace anteroom::decoder
