// PNG, JPEG and WebP pictures, decoded by SDL_image.
#pragma once

#include <cstddef>
#include <string_view>

#include "decode/decoded.h"
#include "decoder/stored_size.h"

namespace anteroom::decoder {

using decode::Decoded;

// The bitmap `bytes`, as large as fits into width_px x height_px. One whose header promises more than `most_pixels` is
// a fault and is not decoded. Requires: both sizes > 0; kind is not svg.
Decoded decode_bitmap(std::string_view bytes, PictureKind kind, int width_px, int height_px, std::size_t most_pixels);

}  // namespace anteroom::decoder
