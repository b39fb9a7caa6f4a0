#include "platform/pointer.h"

#include <algorithm>

#include "paint/rotate.h"

namespace anteroom::platform {

Area area_on_glass(const Screen& screen, int width, int height) {
  const bool on_side = screen.lies_on_side();
  const double ratio = on_side ? screen.height_mm / screen.width_mm : screen.width_mm / screen.height_mm;
  return fit(ratio, std::max(1, width), std::max(1, height));
}

scene::Point point_on_screen(const Screen& screen, int width, int height, double x, double y) {
  const bool on_side = screen.lies_on_side();
  const Area area = area_on_glass(screen, width, height);
  const double glass_width_mm = on_side ? screen.height_mm : screen.width_mm;
  const double glass_height_mm = on_side ? screen.width_mm : screen.height_mm;
  const scene::Point glass{(x - area.x) / area.width * glass_width_mm, (y - area.y) / area.height * glass_height_mm};
  return paint::Turn{screen.rotation, screen.width_mm, screen.height_mm}.from_glass(glass);
}

}  // namespace anteroom::platform
