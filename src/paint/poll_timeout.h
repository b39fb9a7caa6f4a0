// How long poll() is to wait.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace anteroom::paint {

// Whole milliseconds until `time`, rounded up; 0 if it has passed. At most about twelve days, to fit poll().
inline int milliseconds_until(std::chrono::steady_clock::time_point time) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - std::chrono::steady_clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 1 << 30));
}

}  // namespace anteroom::paint
