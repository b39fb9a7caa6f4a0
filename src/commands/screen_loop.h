// The event loop: time and events in, frames out, asleep in between.
#pragma once

#include <cstddef>

#include "app/kiosk.h"
#include "platform/clock.h"
#include "platform/presenter.h"
#include "platform/window.h"

namespace anteroom::commands {

// Two pictures of a card at 1080p: the shown one, for a clock that moves on under it, and the next.
inline constexpr std::size_t picture_cache_bytes = 8u << 20;

class ScreenLoop {
 public:
  // Requires: all outlive the loop.
  ScreenLoop(app::Kiosk& kiosk, platform::Presenter& presenter, platform::Window& window, const platform::Clock& clock);

  struct Turn {
    bool frame_shown = false;
    bool close = false;  // the window was closed
  };
  // Carries out what is due, shows a frame if there is one, then sleeps until the next deadline or event, for `at_most`
  // if that comes first.
  Turn turn(Millis at_most = Millis::max());

 private:
  void drop_faulty_cards();

  app::Kiosk& kiosk_;
  platform::Presenter& presenter_;
  platform::Window& window_;
  const platform::Clock& clock_;
};

}  // namespace anteroom::commands
