#include "selftest/memory_watch.h"

#include "platform/memory.h"
#include "runtime/health.h"

namespace anteroom::selftest {

double own_memory_mb() {
  platform::release_free_memory();
  return static_cast<double>(runtime::resident_bytes()) / (1 << 20);
}

void MemoryWatch::at(double share, long amount) {
  amount_ = amount;
  if (!begin_) begin_ = reader_();
  if (!warm_ && share >= warm_up) warm_ = reader_();
  if (share >= 1) end_ = reader_();
}

Outcome check_memory(const std::vector<WatchedWork>& works) {
  Outcome outcome;
  outcome.done = "Resident memory of the simulated screen before, halfway and after.";
  std::string grown;
  bool any = false;
  for (const WatchedWork& each : works) {
    const MemoryWatch& memory = each.memory;
    if (!memory.begin() || !memory.warm() || !memory.end()) continue;
    outcome.figures.push_back(
        {with_commas(memory.amount()) + " " + each.name,
         in_megabytes(*memory.begin()) + ", " + in_megabytes(*memory.warm()) + ", " + in_megabytes(*memory.end())});
    if (memory.amount() < each.enough) continue;
    any = true;
    const double growth = *memory.end() - *memory.warm();
    if (growth < MemoryWatch::most_growth_mb) continue;
    grown += (grown.empty() ? "" : "; ") + ("it grew by " + in_megabytes(growth)) + " in the second half of the " +
             each.name;
  }
  if (!grown.empty()) return failed(std::move(outcome), grown);
  if (any) return outcome;
  return not_run(std::move(outcome), "this test was too short to tell: in the first minutes caches fill");
}

}  // namespace anteroom::selftest
