// Pictures made larger and smaller.
#pragma once

#include "decode/pixels.h"

namespace anteroom::decoder {

using decode::Texture;

// `source` at width x height pixels: where it shrinks, every pixel is the mean of the area that it covers (box filter);
// where it grows, a mix of the two nearest. Premultiplied in and out; integers only, the same everywhere. Requires:
// both sizes > 0, source has all its pixels.
Texture resampled(const Texture& source, int width, int height);

}  // namespace anteroom::decoder
