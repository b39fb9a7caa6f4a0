// Whether a picture can be seen on the ground that it lies on.
#pragma once

#include <cstdint>

#include "decode/pixels.h"

namespace anteroom::decode {

// The least contrast of what a picture is made of, to what lies beside it (WCAG 2.2, 1.4.11).
inline constexpr double min_picture_contrast = 3;

// How much of the outline of a picture would vanish on `ground` (0xRRGGBB): the share of the pixels along the edge of
// its ink whose contrast to the ground is below least_picture_contrast, from 0 to 1. 0 for a picture without an outline
// of its own: one that fills its rectangle, or has no ink.
double vanishing_share(const Texture& texture, std::uint32_t ground);

// Above this share the picture needs a plate under it.
inline constexpr double max_vanishing_share = 0.05;

}  // namespace anteroom::decode
