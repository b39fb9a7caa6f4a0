// The program's messages on standard error, which never wait for whoever reads them.
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

// Opens /dev/null for those of standard input, output and error that are closed: otherwise the next file or socket
// opened would get their number, and all messages with it.
void open_standard_streams();

// While it lives, standard error is a pipe that this object empties, in its own thread, into what standard error was
// before: nothing that the program, its libraries or its children write can make them wait, whether the reader is slow,
// has gone, or has a full disk. Repeated messages are counted instead, and the log has limits (LogFilter). After a
// crash, the messages before it are still passed on.
// Requires: one at a time; SIGPIPE is ignored or blocked. Errors: if no pipe can be opened, everything stays as it was.
class LogKeeper {
 public:
  LogKeeper();
  // Passes on what is left, within 0.2 s.
  ~LogKeeper();
  LogKeeper(const LogKeeper&) = delete;
  LogKeeper& operator=(const LogKeeper&) = delete;

 private:
  void keep();
  bool wait(MonoTime now);
  void read_all(MonoTime now);
  void write(const std::vector<std::string>& lines);

  int source_ = -1;  // the read end of the pipe
  int bell_ = -1;
  LogFilter filter_;
  LogOutlet outlet_;
  std::string begun_;  // a message that has no line end yet
  std::optional<MonoTime> begun_at_;
  std::atomic<bool> quit_{false};
  std::thread thread_;
};

// Waits until a LogKeeper has passed on all messages so far, at most 0.2 s; to be called before ending the process.
void settle_log();

}  // namespace anteroom::platform
