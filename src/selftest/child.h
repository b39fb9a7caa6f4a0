// A program that the self-test starts, speaks with and ends.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace anteroom::selftest {

class Child {
 public:
  using Time = std::chrono::milliseconds;

  // Starts `words` (the program's path and its arguments) in a process group of its own, so that Ctrl-C does not reach
  // it; its standard error is discarded.
  explicit Child(const std::vector<std::string>& words);
  // Kills it if it still runs.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  bool has_started() const { return pid_ > 0; }
  pid_t pid() const { return pid_; }
  // The next line of its standard output, without its end; nothing: there is none within `time`, or it has ended.
  std::optional<std::string> line(Time time);
  // Writes to its standard input. False: it does not read any more.
  bool tell(const std::string& bytes) const;
  // The status that waitpid() gives, once it has ended by itself; nothing: it runs after `time`.
  std::optional<int> ended(Time time);
  void kill();

 private:
  bool reap(int flags);

  pid_t pid_ = -1;
  int in_ = -1, out_ = -1;
  std::optional<int> status_;
  std::string read_;
};

}  // namespace anteroom::selftest
