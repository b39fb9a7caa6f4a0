// Whether a picture is visible against its background.
#pragma once

#include <cstdint>

#include "decode/pixels.h"

namespace anteroom::decode {

// The minimum contrast of the parts of a picture to what is beside them (WCAG 2.2, 1.4.11).
inline constexpr double min_picture_contrast = 3;

// The share, from 0 to 1, of a picture's outline that would vanish on `ground` (0xRRGGBB): of the pixels along the edge
// of its ink, those whose contrast to `ground` is below min_picture_contrast. 0 for a picture without an outline of its
// own: one that fills its rectangle, or has no ink.
double vanishing_share(const Texture& texture, std::uint32_t ground);

// Above this share the picture needs a plate under it.
inline constexpr double max_vanishing_share = 0.001;

}  // namespace anteroom::decode
