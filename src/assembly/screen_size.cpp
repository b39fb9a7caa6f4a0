#include "assembly/screen_size.h"

#include <cmath>
#include <utility>

namespace anteroom::assembly {

Screen sized(Screen screen, const std::optional<platform::Monitor>& monitor) {
  if (screen.mm_source == SizeSource::settings) return screen;
  const Screen usual;
  const SizeSource source = monitor ? SizeSource::monitor : SizeSource::fallback;
  const bool on_side = screen.lies_on_side();
  screen.mm_source = source;
  screen.width_mm = monitor ? monitor->width_mm : usual.width_mm;
  screen.height_mm = monitor ? monitor->height_mm : usual.height_mm;
  if (on_side) std::swap(screen.width_mm, screen.height_mm);

  if (screen.px_source == SizeSource::settings) {
    // The installer's pixels show whether the desktop was turned by other means than our rotation.
    const bool wide = screen.width_mm > screen.height_mm;
    if (screen.width_px != screen.height_px && (screen.width_px > screen.height_px) != wide) {
      std::swap(screen.width_mm, screen.height_mm);
    }
    return screen;
  }
  // At least 160 pixels a side, as in the settings.
  const bool known = monitor && monitor->width_px >= 160 && monitor->height_px >= 160;
  screen.px_source = known ? SizeSource::monitor : SizeSource::fallback;
  screen.width_px = known ? monitor->width_px : usual.width_px;
  screen.height_px = known ? monitor->height_px : usual.height_px;
  if (on_side) std::swap(screen.width_px, screen.height_px);
  return screen;
}

Screen resized(Screen screen, Size size) {
  screen.width_px = size.width;
  screen.height_px = size.height;
  const double diagonal = std::hypot(screen.width_mm, screen.height_mm);
  const double ratio = static_cast<double>(size.width) / size.height;
  // Within half a percent it is the same shape: millimetres measured with a tape are not exact.
  if (std::abs(ratio * screen.height_mm / screen.width_mm - 1) < 0.005) return screen;
  screen.height_mm = diagonal / std::hypot(ratio, 1.0);
  screen.width_mm = screen.height_mm * ratio;
  return screen;
}

}  // namespace anteroom::assembly
