// Turns picture files of any kind into pixels and facts. No function opens a file or an address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"
#include "decode/request.h"

namespace anteroom::decoder {

using decode::Decoded;
using decode::Frame;
using decode::PictureFacts;

// Keeps what the libraries use within what a jail grants. None of them needs a file to draw. To be called once, before
// the first thread.
void prepare();

// The picture file `bytes`, as large as fits into width_px x height_px at its aspect ratio. With `layers`, only the
// elements of an SVG with these ids, in this order; the texture is cropped to their ink (width 0: they have none). A
// bitmap has no layers: a fault. Requires: both sizes > 0.
Decoded draw(std::string_view bytes, int width_px, int height_px, const std::vector<std::string>& layers);

// One result for each of `layer_sets`, as draw() gives it; the bytes are read once. An empty set is the whole picture.
// Only the part of it in `frame` is drawn, and fitted into the box; an SVG with the styles that it has for `contrast`.
// Requires: both sizes > 0; frame.is_valid().
std::vector<Decoded> draw_all(std::string_view bytes, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layer_sets, const Frame& frame = {},
                              decode::Contrast contrast = decode::Contrast::standard);

// The size of the picture file `bytes`, and the bounds of the ink of its elements with the ids `ids` (SVG only; an id
// that the file lacks is left out).
PictureFacts facts(std::string_view bytes, const std::vector<std::string>& ids);

}  // namespace anteroom::decoder
