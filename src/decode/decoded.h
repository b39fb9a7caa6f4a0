// What decoding a picture gives, whatever its format.
#pragma once

#include <map>
#include <string>

#include "decode/pixels.h"

namespace anteroom::decode {

struct PixelSize {
  int width = 0, height = 0;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

// A drawn or decoded picture, or why there is none.
struct Decoded {
  Texture texture;              // premultiplied; of layers only their ink (width 0: they have none)
  std::string fault;            // in words; empty: there is a texture
  PixelSize whole = {};         // of the whole picture
  int left_px = 0, top_px = 0;  // where the texture lies in it
};

// A rectangle in a picture's own units.
struct Box {
  double x = 0, y = 0, w = 0, h = 0;
};

// What a picture file is, without a pixel of it drawn. Lengths are the picture's own: user units of an SVG's view box,
// pixels of a bitmap, from its top left corner.
struct PictureFacts {
  double width = 0, height = 0;         // 0: it has no size of its own, or see fault
  std::map<std::string, Box> elements;  // where the ink of an SVG's elements lies, by id
  std::string fault;                    // in words; empty: none
};

// The width and height of a picture of shape width x height, as large as fits into the box; at least one pixel each.
// Requires: all > 0.
PixelSize fitted(double width, double height, int box_width_px, int box_height_px);

// True if every pixel of `texture` is opaque.
bool all_opaque(const Texture& texture);

}  // namespace anteroom::decode
