// Decides which messages are worth a line in a log that nobody may ever empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.h"

namespace anteroom::platform {

struct LogLimits {
  std::size_t alike = 20;                 // messages that differ only in their numbers
  std::size_t remembered = 300;           // kinds of messages; the one not heard for the longest is forgotten
  std::size_t bytes = 4000;               // of one message
  std::size_t bytes_an_hour = 256 << 10;  // of all
};

class LogFilter {
 public:
  explicit LogFilter(LogLimits limits = {}) : limits_(limits) {}

  // What to write for `message`: the message itself, or nothing if it was written before, in which case it is counted;
  // before it, a note if something was left out. Long messages are cut, control characters are replaced. No line ends.
  // Requires: `now` never goes back.
  std::vector<std::string> take(std::string_view message, MonoTime now);
  // The counts that are due: "said 41 more times: ..." a minute after the first repetition, then ten minutes, an hour
  // and a day after the previous count.
  std::vector<std::string> due_counts(MonoTime now);
  // The same for all that were not reported yet, due or not.
  std::vector<std::string> pending_counts(MonoTime now);
  // When the next count is due; none: nothing was repeated.
  std::optional<MonoTime> next_count() const;

 private:
  struct Kind {
    std::string key;
    std::vector<std::size_t> said;  // hashes of the texts that were written
    std::string last;               // the first line of the last one that was not
    std::uint64_t untold = 0;       // how many were not
    std::optional<MonoTime> counted;
    std::size_t pause = 0;  // until the next count, as an index
    MonoTime due{};
  };
  Kind& kind_of(const std::string& text, std::vector<std::string>& out, MonoTime now);
  static void repeat(Kind& kind, const std::string& text, MonoTime now);
  void put_count(Kind& kind, std::vector<std::string>& out, MonoTime now);
  void put(std::string line, std::vector<std::string>& out, MonoTime now);
  std::string tidy(std::string_view message) const;

  LogLimits limits_;
  std::list<Kind> kinds_;  // last heard first
  std::optional<MonoTime> hour_began_;
  std::size_t bytes_ = 0;       // written in this hour
  std::uint64_t left_out_ = 0;  // in this hour
};

}  // namespace anteroom::platform
