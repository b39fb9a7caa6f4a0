// Keeps the counts of a running screen: handed over without waiting, written once a minute.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

#include "usage/counts.h"
#include "usage/store.h"

namespace anteroom::usage {

// For a thread of its own, see runtime::Aside: work() writes until quit() is called, and then what is left.
class Recorder {
 public:
  // The longest that a count is held in memory only.
  static constexpr std::chrono::seconds usual_delay{45};
  explicit Recorder(Store::Options options, std::chrono::milliseconds delay = usual_delay);

  // Never waits for the disk. `today`: of the clinic. What the disk does not take is held and tried again, up to a day
  // of sums; beyond it new sums are dropped.
  void add(const Counts& counts, std::chrono::local_days today);
  void set_keep_days(int days);
  // Why the counts cannot be kept; empty: they can.
  std::string fault() const;

  void work();
  void quit();

 private:
  // Writes what there is. Requires: `lock` is held; it is given up meanwhile.
  void write(std::unique_lock<std::mutex>& lock);

  mutable std::mutex mutex_;
  std::condition_variable woken_;
  Counts kept_;
  std::chrono::local_days today_{};
  std::string fault_;
  bool quit_ = false;
  int keep_days_;
  const Store::Options options_;
  const std::chrono::milliseconds delay_;
};

}  // namespace anteroom::usage
