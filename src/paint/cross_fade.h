// Mixing two layers, and finding where they differ.
#pragma once

#include <cstdint>
#include <vector>

#include "paint/pixels.h"

namespace anteroom::paint {

// `out` = from x (1 - amount) + to x amount, for every channel; amount 0 gives exactly `from`, 1 exactly `to`. `out` is
// the whole picture, with rows `out_pitch` pixels apart; only `part` of it is written. Requires: both layers and `out`
// have the same size and contain `part`; 0 <= amount <= 1.
void cross_fade(const Layer& from, const Layer& to, double amount, const Area& part, std::uint32_t* out, int out_pitch);

// Disjoint rectangles that cover every pixel in which the layers differ, and few others; empty if the layers are equal.
// Requires: both have the same size.
std::vector<Area> differing_areas(const Layer& one, const Layer& other);

}  // namespace anteroom::paint
