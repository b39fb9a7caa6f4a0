#include "scene/frame.h"

#include <algorithm>

namespace anteroom::scene {

Share widened(const Share& part, double of_picture, double ratio, const Share& within) {
  // In units of the picture's height, so that both sides are of one length.
  double w = part.w * of_picture, h = part.h;
  const double x = part.x * of_picture + w / 2, y = part.y + h / 2;
  w = std::min(std::max(w, h * ratio), within.w * of_picture);
  h = std::min(std::max(h, w / ratio), within.h);
  const double first = within.x * of_picture, left = std::clamp(x - w / 2, first, first + within.w * of_picture - w);
  const double top = std::clamp(y - h / 2, within.y, within.y + within.h - h);
  return {left / of_picture, top, w / of_picture, h};
}

}  // namespace anteroom::scene
