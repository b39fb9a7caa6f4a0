// The speech service as a process: how it is started, and how one that hangs is ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>

#include "model/time.h"

namespace anteroom::platform {

// A service that is starting. Nothing here waits for it.
class SpeechStart {
 public:
  SpeechStart() = default;
  // Ends it if it is still under way.
  ~SpeechStart();
  SpeechStart(const SpeechStart&) = delete;
  SpeechStart& operator=(const SpeechStart&) = delete;

  // Starts the service, which is to listen at `path`, unless one is under way.
  void begin(const std::string& path, Millis within);
  // False once it has started, or failed to, or was ended because it took too long.
  bool is_under_way() const { return child_ > 0; }
  // True once, when the service has started and listens. One that has taken longer than its time is ended.
  bool has_ended_well();

 private:
  using Clock = std::chrono::steady_clock;
  void end();

  pid_t child_ = -1;
  Clock::time_point until_;
};

// Kills the speech service that listens at `path`, and returns true once it has gone, half a second later at most.
// Its modules end by themselves when they find that out. False if nobody listens there who runs as the same user and
// by the name of speech-dispatcher: nothing else is ever killed.
bool end_speech_service(const std::string& path);

}  // namespace anteroom::platform
