#include "model/time.h"

namespace anteroom {

Date date_of(WallTime time) {
  return Date(std::chrono::floor<std::chrono::days>(time));
}

MinuteOfDay minute_of_day(WallTime time) {
  return std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<std::chrono::days>(time));
}

}  // namespace anteroom
