// Passes what the kiosk wants spoken to a voice, and the voice's events back to the kiosk.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/kiosk.h"
#include "platform/voice.h"

namespace anteroom::runtime {

class SpeechBridge {
 public:
  // Requires: both outlive this.
  SpeechBridge(app::Kiosk& kiosk, platform::Voice& voice) : kiosk_(kiosk), voice_(voice) {}

  // Handles the voice's events, then starts or stops speech as the kiosk now wants. Never waits.
  void go_on(Now now);

  // True if nothing is being spoken or is about to be.
  bool is_silent() const { return turn_ == 0; }
  // What was spoken to its end, in order. For replays.
  const std::vector<std::string>& said() const { return said_; }
  void forget_said() { said_.clear(); }

 private:
  void obey(Now now);

  app::Kiosk& kiosk_;
  platform::Voice& voice_;
  std::uint64_t turn_ = 0;  // id of the speech that the voice was given; 0: silence
  std::string text_;
  std::vector<std::string> said_;
};

}  // namespace anteroom::runtime
