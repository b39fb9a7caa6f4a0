// What decoding a picture gives, whatever its format.
#pragma once

#include <string>

#include "paint/pixels.h"

namespace anteroom::paint {

// A drawn or decoded picture, or why there is none.
struct Decoded {
  Texture texture;    // premultiplied
  std::string fault;  // in words; empty: there is a texture
};

// The width and height of a picture of shape width x height, as large as fits into the box; at least one pixel each.
// Requires: all > 0.
struct PixelSize {
  int width = 0, height = 0;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};
PixelSize fitted(double width, double height, int box_width_px, int box_height_px);

// True if every pixel of `texture` is opaque.
bool all_opaque(const Texture& texture);

}  // namespace anteroom::paint
