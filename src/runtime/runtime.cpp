#include "runtime/runtime.h"

#include <algorithm>
#include <utility>

namespace anteroom::runtime {

namespace {

// A wall keeps one picture of a card at 1080p: a finished layer needs none, and when the clock changes only the clock
// is repainted. A kiosk also keeps the layers of an exhibit that a finger moves: decoding them for every frame would
// make it stutter.
constexpr std::size_t wall_cache_bytes = 4U << 20;
constexpr std::size_t kiosk_cache_bytes = 12U << 20;

// Both are for 1920 x 1080 pixels. Pictures grow with the display, and with less room for them a finger that moves an
// exhibit would have them decoded again for each frame.
std::size_t cache_bytes(Role role, const assembly::Size& size) {
  constexpr double usual = 1920.0 * 1080;
  const double larger = std::max(1.0, size.width * 1.0 * size.height / usual);
  return static_cast<std::size_t>(larger * (role == Role::wall ? wall_cache_bytes : kiosk_cache_bytes));
}

}  // namespace

Runtime::Runtime(assembly::Loaded loaded, Now now, assembly::Size expected, const std::string& first)
    : faces_(std::move(loaded.faces)),
      fonts_(*faces_),
      pictures_(
          assembly::picture_options(loaded.content.settings, cache_bytes(loaded.content.settings.role, expected))),
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
