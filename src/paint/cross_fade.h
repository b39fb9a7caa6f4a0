// The mix of two layers, and where they differ.
#pragma once

#include <cstdint>
#include <vector>

#include "paint/pixels.h"

namespace anteroom::paint {

// `out` = from x (1 - amount) + to x amount, a pixel's every channel; amount 0 gives `from`, 1 gives `to`, exactly.
// `out` is the whole picture, its rows `out_pitch` pixels apart; only `part` of it is written. Requires: both layers
// and `out` have the same size and hold `part`; 0 <= amount <= 1.
void cross_fade(const Layer& from, const Layer& to, double amount, const Area& part, std::uint32_t* out, int out_pitch);

// Rectangles that hold every pixel in which the layers differ, and few others. None overlaps another; none: the layers
// are equal. Requires: both have the same size.
std::vector<Area> differing_areas(const Layer& one, const Layer& other);

}  // namespace anteroom::paint
