// What the program says, on standard error, without ever being stopped by whoever reads it.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <thread>

#include "model/time.h"
#include "platform/log_filter.h"
#include "platform/log_outlet.h"

namespace anteroom::platform {

// Writes `message` and a line end to standard error in one piece, so that its lines stay together. From any thread.
void log(std::string_view message);

// Opens as /dev/null what of standard input, output and error is closed: the next file or socket to be opened would
// take its number, and with it all that is said.
void open_standard_streams();

// As long as it lives, standard error is a pipe that this object empties, in a thread of its own, into what standard
// error was before: nothing that the program, its libraries or its children say can make them wait, whether the reader
// is slow, has gone, or has no room left on its disk. What is said again is counted instead, and the log has limits
// (LogFilter). A crash hands on what was said before it.
// Requires: one at a time; SIGPIPE is ignored or blocked. Errors: where there is no pipe to be had, all stays as it
// was.
class LogKeeper {
 public:
  LogKeeper();
  // Hands on what is left, in 0.2 s at most.
  ~LogKeeper();
  LogKeeper(const LogKeeper&) = delete;
  LogKeeper& operator=(const LogKeeper&) = delete;

 private:
  void keep();
  bool wait(MonoTime now);
  void read_all(MonoTime now);
  void write(const std::vector<std::string>& lines);

  int source_ = -1;  // the pipe's end to read from
  int bell_ = -1;
  LogFilter filter_;
  LogOutlet outlet_;
  std::string begun_;  // a message that has no line end yet
  std::optional<MonoTime> begun_at_;
  std::atomic<bool> quit_{false};
  std::thread thread_;
};

// Waits until a LogKeeper has handed on what was said so far, at most 0.2 s: for who is about to end the process.
void settle_log();

}  // namespace anteroom::platform
