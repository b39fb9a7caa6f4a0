// Pictures inside an SVG: data: addresses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"

namespace anteroom::decoder {

// True if `link` contains its picture itself.
bool is_embedded(std::string_view link);

struct EmbeddedPicture {
  std::string fault;                    // the picture and why it cannot be drawn, in words after "has"; empty: it can
  std::string link;                     // the same picture in a form that librsvg draws as intended
  std::size_t pixels = 0;               // of a bitmap
  std::vector<decode::Remark> remarks;  // in words after "has", without lines
};

// The picture in `link`, read completely; an SVG with the styles that it has for `contrast`. `depth`: how many SVGs it
// is nested in. Requires: is_embedded(link).
EmbeddedPicture embedded_picture(std::string_view link, decode::Contrast contrast, int depth);

}  // namespace anteroom::decoder
