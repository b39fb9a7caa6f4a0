// PNG pictures, read by libpng.
#pragma once

#include <string>
#include <string_view>

#include "decoder/bitmap_header.h"

namespace anteroom::decoder {

BitmapHeader png_header(std::string_view bytes);

// Reads the pixels of a PNG, of an animated one its default image, into `texture`, as stored and resampled to `target`.
// Returns why it cannot be read, in words; empty: it was. Requires: `header` is its header, without a fault; both sides
// of `target` > 0.
std::string read_png(std::string_view bytes, const BitmapHeader& header, decode::PixelSize target,
                     decode::Texture& texture);

}  // namespace anteroom::decoder
