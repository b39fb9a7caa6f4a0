// SIGTERM and SIGINT as a wish to stop that the event loop meets like any other event; no other signal ends a kiosk.
#pragma once

#include <atomic>
#include <thread>

namespace anteroom::platform {

// Holds back every signal that would end the process and could be meant for something else, until there is a
// StopSignals. Requires: no other thread runs yet, since threads inherit it.
void hold_signals();
// The opposite, for a program that a signal may simply end.
void release_signals();

// Waits for the signals in a thread of its own, so that nothing is done inside a signal handler.
// SIGHUP, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2 and their like are ignored from now on, also when this is destroyed.
// Requires: hold_signals was called; one at a time.
class StopSignals {
 public:
  // `status`: with which the process ends where it is not the event loop that ends it.
  explicit StopSignals(int status);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Until this is called a signal ends the process at once: nothing is on the glass yet, and reading a folder or
  // opening a window may take any time. From then on it is a wish, which the loop has two seconds to meet.
  void loop_begins() { looping_ = true; }
  // True once a signal has come. An SDL event wakes the loop then.
  bool wanted() const { return wanted_; }

 private:
  void wait();
  bool signal_within(int millis) const;
  [[noreturn]] void end_process() const;

  int status_;
  int signals_ = -1, bell_ = -1;  // the bell: this object is being destroyed
  std::atomic<bool> looping_{false};
  std::atomic<bool> wanted_{false};
  std::thread thread_;
};

}  // namespace anteroom::platform
