#include "commands/backstage.h"

#include <utility>

#include "commands/load.h"

namespace anteroom::commands {

namespace {

// One picture of a card at 1080p. A finished layer needs none; a wall whose clock moves on draws its picture again,
// once a minute and not in the window's thread, which costs less than holding a second one for years.
constexpr std::size_t picture_cache_bytes = 4u << 20;

}  // namespace

Backstage::Backstage(Content content, Now now, Size expected)
    : faces_(paint::default_family_choices(), languages_of(content)),
      fonts_(faces_),
      pictures_(picture_cache_bytes),
      studio_(faces_, pictures_),
      kiosk_(std::move(content), fonts_, now),
      presenter_(studio_, kiosk_.content().settings.screen, kiosk_.content().settings.loop.transition) {
  presenter_.expect_size(expected.width, expected.height);
  presenter_.want(kiosk_.scene(), kiosk_.scene());
  presenter_.prepare();
}

}  // namespace anteroom::commands
