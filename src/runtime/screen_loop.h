// The event loop: time and events in, frames out, asleep in between.
#pragma once

#include <cstdint>

#include "app/kiosk.h"
#include "platform/clock.h"
#include "platform/presenter.h"
#include "platform/window.h"
#include "runtime/speech_bridge.h"

namespace anteroom::runtime {

class ScreenLoop {
 public:
  // Requires: all outlive the loop.
  ScreenLoop(app::Kiosk& kiosk, platform::Presenter& presenter, platform::Window& window, const platform::Clock& clock,
             platform::Voice& voice);

  // Carries out what is due and shows a frame if there is one. Returns true if one was shown.
  bool advance();
  // True if the last advance() showed a frame, or the display shows all that is wanted. A painter that hangs makes it
  // false, which a watchdog notices.
  bool keeps_up() const { return has_shown_ || presenter_.shows_wanted(); }
  // How many frames were shown, how many of them took longer than `slow_frame`, and when the last one was.
  std::uint64_t frames() const { return frames_; }
  std::uint64_t slow_frames() const { return slow_frames_; }
  MonoTime last_frame() const { return last_frame_; }
  // How a rest ended. closed: the user closed the window; gone: the display has gone.
  enum class Rest { go_on, closed, gone };
  // Sleeps until the next deadline or event, but no longer than `at_most`.
  Rest rest(Millis at_most = Millis::max());

 private:
  void drop_faulty_cards();
  void take(const platform::Touch& touch);
  void take(Key key);

  app::Kiosk& kiosk_;
  platform::Presenter& presenter_;
  platform::Window& window_;
  const platform::Clock& clock_;
  SpeechBridge speech_;
  bool has_shown_ = false;
  std::uint64_t frames_ = 0, slow_frames_ = 0;
  MonoTime last_frame_{};
};

}  // namespace anteroom::runtime
