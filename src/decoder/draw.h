// Picture files to pixels and facts, whatever their kind. No function opens a file or an address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"

namespace anteroom::decoder {

using decode::Decoded;
using decode::PictureFacts;

// Keeps what the libraries take from the machine within what a jail grants. None of them needs a file to draw. To be
// called once, before the first thread.
void prepare();

// The picture file `bytes`, as large as fits into width_px x height_px without changing its shape. With `layers`, only
// the elements of an SVG with these ids, one after the other; the texture holds no more than their ink (width 0: they
// have none). A bitmap has no layers: a fault. Requires: both sizes > 0.
Decoded draw(std::string_view bytes, int width_px, int height_px, const std::vector<std::string>& layers);

// One result for each of `layer_sets`, as draw() gives it; the bytes are read once. An empty set is the whole picture.
// Requires: both sizes > 0.
std::vector<Decoded> draw_all(std::string_view bytes, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layer_sets);

// The size of the picture file `bytes`, and where the ink of its elements with the ids `ids` lies (SVG only; an id that
// the file lacks is left out). Draws nothing.
PictureFacts facts(std::string_view bytes, const std::vector<std::string>& ids);

}  // namespace anteroom::decoder
