// What two layers have in common once their words are taken away: the middle of a fade in which old words leave before
// new ones come.
#pragma once

#include <cstdint>
#include <vector>

#include "paint/pixels.h"

namespace anteroom::paint {

// A part of a layer with words on it, and the one colour behind them.
struct Writing {
  Area area;
  std::uint32_t ground = 0;
  friend bool operator==(const Writing&, const Writing&) = default;
};

// Each of `areas` with the colour that more than half of its pixels have in `layer`; without such a colour, or outside
// the layer, it is left out. Only every other row is looked at.
std::vector<Writing> writings(const Layer& layer, const std::vector<Area>& areas);

// Half of `from` and half of `to`, each without its writings, written to `out` inside `parts`. Requires: all have the
// same size and contain `parts`.
void common_ground(const Layer& from, const std::vector<Writing>& from_words, const Layer& to,
                   const std::vector<Writing>& to_words, const std::vector<Area>& parts, Layer& out);

}  // namespace anteroom::paint
