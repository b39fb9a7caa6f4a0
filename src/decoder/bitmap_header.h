// What a bitmap says about itself before its pixels are read, and the messages for one whose pixels cannot be.
#pragma once

#include <optional>
#include <string>

#include "decode/decoded.h"
#include "decoder/exif.h"

namespace anteroom::decoder {

struct BitmapHeader {
  decode::PixelSize stored;             // as the pixels are stored
  Orientation orientation = as_stored;  // how they are seen
  bool moves = false;                   // it has more than one frame
  bool print_colours = false;           // CMYK
  std::string fault;                    // why it cannot be read, in words; empty: it can
};

// The message for a picture of which the first `rows` stored rows can be read: "is cut short: only its upper half can
// be read; copy or export it again", with the side where these rows are seen. No `rows`: the readable part has no edge.
std::string cut_short(const BitmapHeader& header, std::optional<int> rows = {});
std::string damaged(const BitmapHeader& header, std::optional<int> rows = {});

}  // namespace anteroom::decoder
