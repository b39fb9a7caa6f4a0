// SIGTERM and SIGINT as a request to stop that the event loop handles like any other event; stray signals are ignored.
#pragma once

#include <atomic>
#include <thread>

namespace anteroom::platform {

// Blocks SIGTERM, SIGINT and the signals that StopSignals ignores, until there is a StopSignals. Requires: no other
// thread is running yet, since threads inherit the mask.
void hold_signals();
// The opposite, for a program that a signal may simply end.
void release_signals();

// Waits for the signals in a thread of its own, so that nothing is done inside a signal handler.
// SIGHUP, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2 and similar signals are ignored from now on, even after this is destroyed.
// Requires: hold_signals was called; one at a time.
class StopSignals {
 public:
  // `status`: the exit status if the process ends otherwise than by the event loop.
  explicit StopSignals(int status);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Until this is called a signal ends the process at once: nothing is on the display yet, and reading a folder or
  // opening a window may take any time. From then on it is a request, which the loop has two seconds to fulfil.
  void loop_begins() { looping_ = true; }
  // True once a signal has arrived. An SDL event then wakes the loop.
  bool wanted() const { return wanted_; }
  // True once after each SIGHUP, which asks to look for changed files now. An SDL event then wakes the loop.
  bool take_reload_request() { return reload_requested_.exchange(false); }

 private:
  void wait();
  bool signal_within(int millis) const;
  [[noreturn]] void end_process() const;

  int status_;
  int signals_ = -1, bell_ = -1;  // the bell: this object is being destroyed
  std::atomic<bool> looping_{false};
  std::atomic<bool> wanted_{false}, reload_requested_{false};
  std::thread thread_;
};

}  // namespace anteroom::platform
