#include "decode/decoded.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace anteroom::decode {

PixelSize fitted(double width, double height, int box_width_px, int box_height_px) {
  const double scale = std::min(box_width_px / width, box_height_px / height);
  const auto pixels = [scale](double side, int box) {
    return std::clamp(static_cast<int>(std::min(std::round(side * scale), static_cast<double>(box))), 1, box);
  };
  return {pixels(width, box_width_px), pixels(height, box_height_px)};
}

bool all_opaque(const Texture& texture) {
  return std::all_of(texture.pixels.begin(), texture.pixels.end(),
                     [](std::uint32_t pixel) { return pixel >= 0xFF000000U; });
}

Area ink_in(const Texture& texture, std::uint32_t least_alpha) {
  Area ink;
  const auto is_inked = [&](std::uint32_t pixel) { return pixel >> 24 >= least_alpha; };
  for (int y = 0; y < texture.height; ++y) {
    const auto row = texture.pixels.begin() + static_cast<std::ptrdiff_t>(y) * texture.width, end = row + texture.width;
    const auto first = std::find_if(row, end, is_inked);
    if (first == end) continue;
    const auto past = std::find_if(std::make_reverse_iterator(end), std::make_reverse_iterator(first), is_inked).base();
    ink = ink.united({static_cast<int>(first - row), y, static_cast<int>(past - first), 1});
  }
  return ink;
}

}  // namespace anteroom::decode
