// Rows of pixels painted over others: four at a time where the processor can, bit for bit what over() and tinted()
// give.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "paint/imgui.h"

namespace anteroom::paint {

// Paints the premultiplied `pixel` over `count` pixels from `out` on.
void fill_span(std::uint32_t* out, int count, std::uint32_t pixel);

// Paints the premultiplied pixels from `in` on over those from `out` on. Requires: they do not overlap.
void blend_span(std::uint32_t* out, const std::uint32_t* in, int count);

// The same with every pixel of `in` multiplied by `color` first.
void blend_span(std::uint32_t* out, const std::uint32_t* in, int count, ImU32 color);

// A colour that changes evenly along a row: red, green, blue and alpha, not premultiplied, in steps of 1/65536.
struct Ramp {
  std::array<int, 4> value{}, step{};
};

// Paints the colours of `ramp`, beginning with its values, over `count` pixels. Requires: all of them are channels from
// 0 to 255.
void blend_ramp(std::uint32_t* out, int count, const Ramp& ramp);

}  // namespace anteroom::paint
