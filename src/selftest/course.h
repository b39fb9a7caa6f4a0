// How a check is to run: how much of it, from which seed, and whether it is to go on.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>

namespace anteroom::selftest {

struct Course {
  std::uint64_t seed = 1;
  double scale = 1;  // how much is done, as a share of the full test
  // Told how much of the check is done, from 0 to 1. False: stop now.
  std::function<bool(double)> goes_on = [](double) { return true; };

  // `full` of anything scaled, at least `least`.
  long scaled(long full, long least) const { return std::max(least, std::lround(static_cast<double>(full) * scale)); }
};

// What a check that was told to stop gives as its reason.
inline constexpr const char* stopped = "stopped before its end";

}  // namespace anteroom::selftest
