#include "platform/glass.h"

#include <algorithm>
#include <cmath>

namespace anteroom::platform {

Area fit(double ratio, int width, int height) {
  Area area{0, 0, width, height};
  if (width > height * ratio) {
    area.width = std::max(1, static_cast<int>(std::lround(height * ratio)));
  } else {
    area.height = std::max(1, static_cast<int>(std::lround(width / ratio)));
  }
  // Millimetres are measured with a tape: a difference of half a percent is ignored, which avoids thin black borders.
  if (width - area.width <= width / 200) area.width = width;
  if (height - area.height <= height / 200) area.height = height;
  area.x = (width - area.width) / 2;
  area.y = (height - area.height) / 2;
  return area;
}

}  // namespace anteroom::platform
