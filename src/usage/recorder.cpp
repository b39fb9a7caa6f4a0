#include "usage/recorder.h"

#include <utility>

namespace anteroom::usage {

namespace {

// A day of eleven cards in six languages has at most about 10,000 sums.
constexpr std::size_t max_kept = 20'000;

}  // namespace

Recorder::Recorder(Store::Options options, std::chrono::milliseconds delay)
    : keep_days_(options.keep_days), options_(std::move(options)), delay_(delay) {}

void Recorder::add(const Counts& counts, std::chrono::local_days today) {
  if (counts.empty()) return;
  const std::lock_guard lock(mutex_);
  const bool was_empty = kept_.empty();
  for (const auto& [count, n] : counts) {
    if (kept_.size() < max_kept || kept_.contains(count)) kept_[count] += n;
  }
  today_ = today;
  if (was_empty) woken_.notify_one();
}

void Recorder::set_keep_days(int days) {
  const std::lock_guard lock(mutex_);
  keep_days_ = days;
}

std::string Recorder::fault() const {
  const std::lock_guard lock(mutex_);
  return fault_;
}

void Recorder::write(std::unique_lock<std::mutex>& lock) {
  Counts counts = std::exchange(kept_, {});
  Store::Options options = options_;
  options.keep_days = keep_days_;
  const std::chrono::local_days today = today_;
  lock.unlock();
  // Opened for each time: once a minute, and so a file that was moved or put back meanwhile is found.
  std::string fault = Store(std::move(options)).add(counts, today);
  lock.lock();
  if (!fault.empty()) {
    for (const auto& [count, n] : counts) kept_[count] += n;
  }
  fault_ = std::move(fault);
}

void Recorder::work() {
  std::unique_lock lock(mutex_);
  do {
    woken_.wait(lock, [this] { return quit_ || !kept_.empty(); });
    woken_.wait_for(lock, delay_, [this] { return quit_; });
    if (!kept_.empty()) write(lock);
  } while (!quit_);
}

void Recorder::quit() {
  {
    const std::lock_guard lock(mutex_);
    quit_ = true;
  }
  woken_.notify_one();
}

}  // namespace anteroom::usage
