#include "paint/rotate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace anteroom::paint {

scene::Point Turn::to_glass(scene::Point upright) const {
  switch (degrees) {
    case 90:
      return {height - upright.y, upright.x};
    case 180:
      return {width - upright.x, height - upright.y};
    case 270:
      return {upright.y, width - upright.x};
    default:
      return upright;
  }
}

scene::Point Turn::from_glass(scene::Point glass) const {
  switch (degrees) {
    case 90:
      return {glass.y, height - glass.x};
    case 180:
      return {width - glass.x, height - glass.y};
    case 270:
      return {width - glass.y, glass.x};
    default:
      return glass;
  }
}

namespace {

// The index in `turned` of the pixel that the upright pixel x, y maps to.
std::ptrdiff_t pixel_number(const Turn& turn, const Layer& turned, int x, int y) {
  const scene::Point centre = turn.to_glass({x + 0.5, y + 0.5});
  return static_cast<std::ptrdiff_t>(std::floor(centre.y)) * turned.width +
         static_cast<std::ptrdiff_t>(std::floor(centre.x));
}

Area place_of(const Turn& turn, const Area& part) {
  const scene::Point one = turn.to_glass({static_cast<double>(part.x), static_cast<double>(part.y)});
  const scene::Point other = turn.to_glass({static_cast<double>(part.right()), static_cast<double>(part.bottom())});
  const auto rounded = [](double x) { return static_cast<int>(x); };
  return {rounded(std::min(one.x, other.x)), rounded(std::min(one.y, other.y)), rounded(std::fabs(one.x - other.x)),
          rounded(std::fabs(one.y - other.y))};
}

}  // namespace

Layer rotate(const Layer& layer, int degrees) {
  Layer turned;
  rotate(layer, degrees, layer.bounds(), turned);
  return turned;
}

Area rotate(const Layer& layer, int degrees, const Area& part, Layer& turned) {
  const Turn turn{degrees, static_cast<double>(layer.width), static_cast<double>(layer.height)};
  const Area size = place_of(turn, layer.bounds());
  if (turned.width != size.width || turned.height != size.height) turned = Layer(size.width, size.height);
  if (part.empty()) return {};
  const std::ptrdiff_t origin = pixel_number(turn, turned, 0, 0);
  const std::ptrdiff_t across = pixel_number(turn, turned, 1, 0) - origin;
  const std::ptrdiff_t down = pixel_number(turn, turned, 0, 1) - origin;
  // When turning onto its side, work in columns of a few pixels: otherwise every pixel would miss the cache.
  const int block = std::abs(across) == 1 ? part.width : 16;
  for (int left = part.x; left < part.right(); left += block) {
    const int right = std::min(left + block, part.right());
    for (int y = part.y; y < part.bottom(); ++y) {
      const std::uint32_t* from = layer.row(y);
      const std::ptrdiff_t row = origin + down * y;
      for (int x = left; x < right; ++x) turned.pixels[static_cast<std::size_t>(row + across * x)] = from[x];
    }
  }
  return place_of(turn, part);
}

}  // namespace anteroom::paint
