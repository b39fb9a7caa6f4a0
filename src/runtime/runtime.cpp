#include "runtime/runtime.h"

#include <utility>

namespace anteroom::runtime {

namespace {

// A wall keeps one picture of a card at 1080p: a finished layer needs none, and when the clock changes only the clock
// is repainted. A kiosk also keeps the layers of an exhibit that a finger moves: decoding them for every frame would
// make it stutter.
constexpr std::size_t wall_cache_bytes = 4U << 20;
constexpr std::size_t kiosk_cache_bytes = 12U << 20;

}  // namespace

Runtime::Runtime(assembly::Loaded loaded, Now now, assembly::Size expected)
    : faces_(std::move(loaded.faces)),
      fonts_(*faces_),
      pictures_(assembly::picture_options(
          loaded.content.settings, loaded.content.settings.role == Role::wall ? wall_cache_bytes : kiosk_cache_bytes)),
      worker_(*faces_, pictures_),
      kiosk_(std::move(loaded.content), fonts_, now),
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
