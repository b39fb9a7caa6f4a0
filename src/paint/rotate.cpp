#include "paint/rotate.h"

namespace anteroom::paint {

Layer rotate(const Layer& layer, int degrees) {
  if (degrees == 0) return layer;
  const int w = layer.width;
  const int h = layer.height;
  const bool upright = degrees == 180;
  Layer turned(upright ? w : h, upright ? h : w);
  for (int y = 0; y < h; ++y) {
    const std::uint32_t* from = layer.row(y);
    for (int x = 0; x < w; ++x) {
      switch (degrees) {
        case 90:
          turned.row(x)[h - 1 - y] = from[x];
          break;
        case 180:
          turned.row(h - 1 - y)[w - 1 - x] = from[x];
          break;
        default:
          turned.row(w - 1 - x)[y] = from[x];
          break;
      }
    }
  }
  return turned;
}

}  // namespace anteroom::paint
