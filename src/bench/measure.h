// Time and memory of this process as the system reports them, and statistics of samples.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace anteroom::bench {

// Milliseconds of wall time, from an arbitrary start.
double monotonic_ms();
// Milliseconds of processor time of all threads of this process.
double cpu_ms();
// The same, with that of the child processes that have ended and been waited for.
double family_cpu_ms();

// A turn of the event loop takes at least a millisecond. This many end a measurement even if nothing comes to rest.
inline constexpr int max_turns = 10'000;

// The smallest sample that a `share` (0 to 1) of all samples does not exceed; 0 without samples.
double percentile(std::vector<double> samples, double share);

// Megabytes (2^20) of "Pss", "Rss" ... from /proc/self/smaps_rollup; 0 where the system has none.
double memory_mb(const std::string& field);
// The same for the process `pid` and all its descendants.
double family_memory_mb(int pid, const std::string& field);

// How many shared objects this process has mapped.
int shared_objects();

// How often the threads of this process went to sleep voluntarily, and so were woken.
long wakeups();

// Named numbers in the order in which they were measured.
class Figures {
 public:
  // Replaces the value of the same name.
  void set(const std::string& name, double value);
  std::string to_json() const;
  std::string to_text() const;

 private:
  std::vector<std::pair<std::string, double>> list_;
};

}  // namespace anteroom::bench
