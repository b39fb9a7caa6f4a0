// Whether a program's memory stays the same while it does the same thing again and again.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "selftest/outcome.h"

namespace anteroom::selftest {

// The resident memory of this process in megabytes (2^20), once free memory is given back.
double own_memory_mb();

class MemoryWatch {
 public:
  using Reader = std::function<double()>;
  // A kiosk runs for years: memory that grows by a megabyte in one night would fill any machine.
  static constexpr double most_growth_mb = 1;
  // Until this share of the work is done, caches fill: of pictures, layouts, the words of each language.
  static constexpr double warm_up = 0.5;

  explicit MemoryWatch(Reader reader = own_memory_mb) : reader_(std::move(reader)) {}

  // `share` of the work, 0 to 1, is done. `amount`: how much work the whole is.
  void at(double share, long amount);

  std::optional<double> begin() const { return begin_; }
  std::optional<double> warm() const { return warm_; }
  std::optional<double> end() const { return end_; }
  long amount() const { return amount_; }

 private:
  Reader reader_;
  std::optional<double> begin_, warm_, end_;
  long amount_ = 0;
};

struct WatchedWork {
  std::string name;  // "loops"
  const MemoryWatch& memory;
  long enough = 0;  // less of this work fills caches, and says nothing about growth
};

// Fails if memory grew by a megabyte or more in the second half of any of `works`. Not run if each of them was too
// short, or was not finished.
Outcome check_memory(const std::vector<WatchedWork>& works);

}  // namespace anteroom::selftest
