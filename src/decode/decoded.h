// The result of decoding a picture, whatever its format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "decode/pixels.h"

namespace anteroom::decode {

// The maximum number of pixels of a bitmap as stored, and of all bitmaps inside an SVG together.
inline constexpr std::size_t max_pixels = 40'000'000;

struct PixelSize {
  int width = 0, height = 0;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

// A remark about a picture that is drawn all the same: "it moves; it is shown still".
struct Remark {
  int line = 0;  // in the file, from 1; 0: about the whole file
  std::string text;
};

// A drawn or decoded picture, or why there is none.
struct Decoded {
  Texture texture;                   // premultiplied; layers are cropped to their ink (width 0: they have none)
  std::string fault = {};            // in words; empty: there is a texture
  PixelSize whole = {};              // of the whole picture, or of the part of it that was to be drawn
  int left_px = 0, top_px = 0;       // position of the texture in it
  int fault_line = 0;                // in the file, from 1; 0: the fault concerns the whole file
  std::vector<Remark> remarks = {};  // by line
};

// A rectangle in a picture's own units.
struct Box {
  double x = 0, y = 0, w = 0, h = 0;
};

// The id of an SVG's element that is the ground of the whole drawing. It may go on beyond the board, where a screen
// shows as much of it as fills a field of another shape.
inline constexpr const char* ground_id = "ground";

// What is known about a picture file without drawing it. Lengths are in the picture's own units, from its top left
// corner: user units of an SVG's view box, pixels of a bitmap.
struct PictureFacts {
  double width = 0, height = 0;         // 0: it has no size of its own, or see fault
  std::map<std::string, Box> elements;  // bounds of the ink of an SVG's elements, by id
  std::string fault;                    // in words; empty: none
  int fault_line = 0;                   // as in Decoded
  std::vector<Remark> remarks;
  std::vector<std::string> ambiguous = {};  // of the names asked for, those that several layers have
  // If there is no element for a name asked for: the ids and layer names that there are, at most max_names of them.
  std::vector<std::string> names = {};
  static constexpr std::size_t max_names = 500;
  std::vector<std::string> empty = {};   // of the names asked for, those whose element draws nothing
  std::vector<std::string> unseen = {};  // of the elements, those of which nothing is seen within the picture
  std::vector<std::string> order = {};   // of the names asked for, those that exist, from back to front
  std::vector<std::string> hidden = {};  // of the names asked for, those that the picture as a whole does not show
  // Only if `ground_id` was asked for: the part of an SVG's board that is drawn on, and of its ground the mean colour
  // (0xRRGGBB) in the uppermost eighth of the board; none: there is nothing there.
  std::optional<Box> ink = {};
  std::optional<std::uint32_t> ground_color = {};
  bool has_contrast_colors = false;  // the SVG has styles for whoever chose high contrast
};

// The largest width and height with the aspect ratio of width x height that fit into the box; at least one pixel each.
// Requires: all > 0.
PixelSize fitted(double width, double height, int box_width_px, int box_height_px);

// True if every pixel of `texture` is opaque.
bool all_opaque(const Texture& texture);

// The rows and columns of `texture` with a pixel at least so opaque, 1 to 255; empty if there is none.
Area ink_in(const Texture& texture, std::uint32_t least_alpha);

}  // namespace anteroom::decode
