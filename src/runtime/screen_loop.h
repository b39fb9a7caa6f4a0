// The event loop: time and events in, frames out, asleep in between.
#pragma once

#include <cstdint>
#include <vector>

#include "app/kiosk.h"
#include "platform/clock.h"
#include "platform/presenter.h"
#include "platform/window.h"
#include "runtime/speech_bridge.h"
#include "runtime/staff_desk.h"

namespace anteroom::runtime {

class ScreenLoop {
 public:
  // Requires: all outlive the loop.
  ScreenLoop(app::Kiosk& kiosk, platform::Presenter& presenter, platform::Window& window, const platform::Clock& clock,
             platform::Voice& voice);

  // Has `desk` draw the staff's panel while it has the screen, in letters of `faces`. Requires: both outlive the loop.
  void serve(StaffDesk& desk, const paint::FaceTable& faces) {
    desk_ = &desk;
    faces_ = &faces;
  }
  // How long the last frames took to compose and show, in ms, the oldest first.
  const std::vector<float>& frame_ms() const { return frame_ms_; }

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
  bool show_panel();

  app::Kiosk& kiosk_;
  platform::Presenter& presenter_;
  platform::Window& window_;
  const platform::Clock& clock_;
  platform::Voice& voice_;
  SpeechBridge speech_;
  StaffDesk* desk_ = nullptr;  // none: there is no panel
  const paint::FaceTable* faces_ = nullptr;
  bool had_panel_ = false;
  std::vector<float> frame_ms_;
  bool has_shown_ = false;
  std::uint64_t frames_ = 0, slow_frames_ = 0;
  MonoTime last_frame_{};
};

}  // namespace anteroom::runtime
