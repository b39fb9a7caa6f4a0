#include "decode/vanishing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace anteroom::decode {
namespace {

// Pixels of less alpha count as background: the soft rim of a shape, a shadow.
constexpr std::uint32_t ink_alpha = 96;

// The linear light of each sRGB value (WCAG 2.2, relative luminance).
std::array<double, 256> light_of_values() {
  std::array<double, 256> light{};
  for (std::size_t value = 0; value < light.size(); ++value) {
    const double share = static_cast<double>(value) / 255;
    light[value] = share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  }
  return light;
}

class Contrasts {
 public:
  explicit Contrasts(std::uint32_t ground) : ground_(luminance(ground)) {}

  // Whether the straight colour of a premultiplied pixel has too little contrast. Requires: its alpha is not 0.
  bool is_faint(std::uint32_t pixel) const {
    const std::uint32_t alpha = pixel >> 24;
    std::uint32_t straight = 0;
    for (unsigned shift = 0; shift < 24; shift += 8) {
      straight |= std::min<std::uint32_t>((pixel >> shift & 255) * 255 / alpha, 255) << shift;
    }
    const double light = luminance(straight);
    constexpr double glare = 0.05;
    return (std::max(light, ground_) + glare) / (std::min(light, ground_) + glare) < min_picture_contrast;
  }

 private:
  double luminance(std::uint32_t rgb) const {
    return 0.2126 * light_[rgb >> 16 & 255] + 0.7152 * light_[rgb >> 8 & 255] + 0.0722 * light_[rgb & 255];
  }

  std::array<double, 256> light_ = light_of_values();
  double ground_;
};

}  // namespace

double vanishing_share(const Texture& texture, std::uint32_t ground) {
  if (texture.opaque) return 0;
  const Contrasts contrasts(ground);
  const auto width = static_cast<std::size_t>(std::max(texture.width, 0));
  const std::vector<std::uint32_t> nothing(width);
  const auto row_at = [&](int y) {
    const bool inside = y >= 0 && y < texture.height;
    return inside ? texture.pixels.data() + static_cast<std::size_t>(y) * width : nothing.data();
  };
  const auto inked = [](std::uint32_t pixel) { return pixel >> 24 >= ink_alpha; };
  std::size_t outline = 0, faint = 0;
  for (int y = 0; y < texture.height; ++y) {
    const std::uint32_t *above = row_at(y - 1), *row = row_at(y), *below = row_at(y + 1);
    for (std::size_t x = 0; x < width; ++x) {
      if (!inked(row[x])) continue;
      const bool between = x > 0 && x + 1 < width && inked(row[x - 1]) && inked(row[x + 1]);
      if (between && inked(above[x]) && inked(below[x])) continue;
      ++outline;
      if (contrasts.is_faint(row[x])) ++faint;
    }
  }
  return outline == 0 ? 0 : static_cast<double>(faint) / static_cast<double>(outline);
}

}  // namespace anteroom::decode
