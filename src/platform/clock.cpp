#include "platform/clock.h"

#include <cstdlib>
#include <ctime>

namespace anteroom::platform {

Clock::Clock(const std::string& time_zone) : started_(std::chrono::steady_clock::now()) {
  if (!time_zone.empty()) ::setenv("TZ", time_zone.c_str(), 1);
  ::tzset();
}

Now Clock::now() const {
  const auto passed = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - started_);
  return {MonoTime(passed), wall_now()};
}

WallTime wall_now() {
  const std::time_t utc = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&utc, &local);
  return WallTime(std::chrono::seconds(utc + local.tm_gmtoff));
}

}  // namespace anteroom::platform
