// What decoding a picture gives, whatever its format.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "decode/pixels.h"

namespace anteroom::decode {

// The most pixels of a bitmap as stored, and of all bitmaps inside an SVG together.
inline constexpr std::size_t max_pixels = 40'000'000;

struct PixelSize {
  int width = 0, height = 0;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

// Something to say of a picture that is drawn all the same: "it moves; it is shown still".
struct Remark {
  int line = 0;  // of the file, from 1; 0: of the whole file
  std::string text;
};

// A drawn or decoded picture, or why there is none.
struct Decoded {
  Texture texture;                   // premultiplied; of layers only their ink (width 0: they have none)
  std::string fault = {};            // in words; empty: there is a texture
  PixelSize whole = {};              // of the whole picture
  int left_px = 0, top_px = 0;       // where the texture lies in it
  int fault_line = 0;                // of the file, from 1; 0: the fault is of the whole file
  std::vector<Remark> remarks = {};  // in the order of the lines
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
  int fault_line = 0;                   // as in Decoded
  std::vector<Remark> remarks;
};

// The width and height of a picture of shape width x height, as large as fits into the box; at least one pixel each.
// Requires: all > 0.
PixelSize fitted(double width, double height, int box_width_px, int box_height_px);

// True if every pixel of `texture` is opaque.
bool all_opaque(const Texture& texture);

}  // namespace anteroom::decode
