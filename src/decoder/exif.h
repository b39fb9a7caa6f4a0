// How a photograph was held: the orientation that cameras and telephones store with the pixels.
#pragma once

#include <string_view>

#include "decode/decoded.h"

namespace anteroom::decoder {

// The transformation from the pixels as stored to the picture as seen, numbered as in EXIF 2.3 (tag 0x0112): 1 is as
// stored, 3 upside down, 6 and 8 a quarter turn; 2, 4, 5 and 7 are mirrored.
using Orientation = int;
inline constexpr Orientation as_stored = 1;

// The orientation in the EXIF data `bytes`, with or without the mark "Exif\0\0" before them; as_stored: it says nothing
// useful.
Orientation exif_orientation(std::string_view bytes);

// True if width and height are swapped.
inline bool is_sideways(Orientation orientation) {
  return orientation >= 5;
}

// `stored` as it is seen.
decode::Texture turned(decode::Texture stored, Orientation orientation);

}  // namespace anteroom::decoder
