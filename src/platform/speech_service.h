// The speech service as a process: how it is started, and how one that hangs is ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>

#include "model/time.h"

namespace anteroom::platform {

// A service that we start: it ends with us, even if we are killed. Nothing here waits for its start.
class OwnSpeechService {
 public:
  OwnSpeechService() = default;
  // Ends it.
  ~OwnSpeechService();
  OwnSpeechService(const OwnSpeechService&) = delete;
  OwnSpeechService& operator=(const OwnSpeechService&) = delete;

  // Starts the service, which is to listen at `path` soon, unless it is already starting. One that was started before
  // is killed. Requires: the calling thread lives as long as this; the system kills the service with it.
  void begin(const std::string& path, Millis within);
  // False once it listens, has ended (as one does that may not be started), or was killed because it took too long.
  bool is_starting();
  // To be called when it listens.
  void has_started() { starting_ = false; }

 private:
  using Clock = std::chrono::steady_clock;
  void end();

  pid_t child_ = -1;
  bool starting_ = false;
  Clock::time_point until_;
};

// Kills the speech service that listens at `path`, and returns true once it has gone, half a second later at most. Its
// modules end by themselves when they notice. False if no process of the same user and with the name speech-dispatcher
// listens there: nothing else is ever killed.
bool end_speech_service(const std::string& path);

}  // namespace anteroom::platform
