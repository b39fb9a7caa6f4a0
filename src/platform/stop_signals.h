// SIGTERM and SIGINT as a wish to stop that the event loop meets like any other event.
#pragma once

#include <atomic>
#include <thread>

namespace anteroom::platform {

// Waits for the signals in a thread of its own, so that nothing is done inside a signal handler.
// Requires: made before any other thread, since threads inherit which signals are blocked; one at a time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // True once a signal has come. An SDL event wakes the loop then.
  bool wanted() const { return wanted_; }

 private:
  void wait();
  std::atomic<bool> wanted_{false};
  std::atomic<bool> quit_{false};  // this object is being destroyed
  std::thread thread_;
};

}  // namespace anteroom::platform
