// JPEG pictures, read by libjpeg-turbo.
#pragma once

#include <string>
#include <string_view>

#include "decoder/bitmap_header.h"

namespace anteroom::decoder {

BitmapHeader jpeg_header(std::string_view bytes);

// Reads the pixels of a JPEG into `texture`, as stored and resampled to `target`; print colours without their profile.
// A file that is damaged or cut short anywhere is not read. Returns why it cannot be read, in words; empty: it was.
// Requires: `header` is its header, without a fault; both sides of `target` > 0.
std::string read_jpeg(std::string_view bytes, const BitmapHeader& header, decode::PixelSize target,
                      decode::Texture& texture);

}  // namespace anteroom::decoder
