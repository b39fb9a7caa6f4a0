// Pictures made of pixels: PNG, JPEG, WebP and GIF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "decode/decoded.h"
#include "decode/request.h"
#include "decoder/bitmap_header.h"
#include "decoder/kind.h"

namespace anteroom::decoder {

using decode::Decoded;
using decode::Frame;
using decode::PictureFacts;

// What the header of the bitmap `bytes` says; more pixels than decode::max_pixels are a fault, too. Requires: `kind` is
// neither svg nor other.
BitmapHeader bitmap_header(std::string_view bytes, PictureKind kind);

// The bitmap `bytes` as it is meant to be seen, as large as fits into width_px x height_px; of an animated one the
// first frame, with a remark. Only the part of it in `frame` is returned, and fitted into the box. A bitmap that is
// damaged or cut short is a fault. Requires: as bitmap_header(); both sizes > 0.
Decoded decode_bitmap(std::string_view bytes, PictureKind kind, int width_px, int height_px, const Frame& frame = {});

// The size of the bitmap `bytes` as it is meant to be seen, and its remarks. Requires: as bitmap_header().
PictureFacts bitmap_facts(std::string_view bytes, PictureKind kind);

// The usual name of the kind: "PNG".
const char* name_of(PictureKind kind);

}  // namespace anteroom::decoder
