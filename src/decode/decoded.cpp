#include "decode/decoded.h"

#include <algorithm>
#include <cmath>

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

}  // namespace anteroom::decode
