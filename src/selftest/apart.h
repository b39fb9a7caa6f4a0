// Work in a process of its own, which may lose rights or be killed.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>

namespace anteroom::selftest {

// What `work` returns in a copy of this process, whose memory changes nothing here; nothing: it ended otherwise.
// Requires: this process has no other thread, here and in the next.
std::optional<std::string> done_apart(const std::function<std::string()>& work);

// A copy of this process that does `work` until it is killed, as it is with this object.
class Victim {
 public:
  explicit Victim(const std::function<void()>& work);
  ~Victim() { kill(); }
  Victim(const Victim&) = delete;
  Victim& operator=(const Victim&) = delete;
  bool has_started() const { return pid_ > 0; }
  void kill();

 private:
  pid_t pid_ = -1;
};

}  // namespace anteroom::selftest
