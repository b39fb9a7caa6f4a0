#include "runtime/runtime.h"

#include <algorithm>
#include <utility>

namespace anteroom::runtime {

namespace {

// Pictures grow with the display.
std::size_t cache_bytes(const assembly::Size& size) {
  constexpr double usual = 1920.0 * 1080;
  const double larger = std::max(1.0, size.width * 1.0 * size.height / usual);
  return static_cast<std::size_t>(larger * assembly::picture_cache_bytes);
}

}  // namespace

Runtime::Runtime(assembly::Loaded loaded, Now now, assembly::Size expected, const std::string& first)
    : faces_(std::move(loaded.faces)),
      fonts_(*faces_),
      pictures_(assembly::picture_options(loaded.content.settings, cache_bytes(expected))),
      worker_(*faces_, pictures_),
      kiosk_(std::move(loaded.content), fonts_, now, first),
      presenter_(worker_, kiosk_.content().settings.screen) {
  pictures_.pin(loaded.stamps);
  presenter_.expect_size(expected.width, expected.height);
  presenter_.want(kiosk_.scene(), Millis(0));
  presenter_.prepare();
}

Content Runtime::show(assembly::Loaded loaded, Now now) {
  pictures_.pin(loaded.stamps);
  presenter_.forget_failure();
  return kiosk_.reload(std::move(loaded.content), now);
}

}  // namespace anteroom::runtime
