#include "model/time.h"

#include <cstdio>

namespace anteroom {

Date date_of(WallTime time) {
  return Date(std::chrono::floor<std::chrono::days>(time));
}

std::string in_digits(Date date) {
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

MinuteOfDay minute_of_day(WallTime time) {
  return std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<std::chrono::days>(time));
}

std::string in_digits(MinuteOfDay minute) {
  char text[40];
  std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(minute.count() / 60),
                static_cast<int>(minute.count() % 60));
  return text;
}

}  // namespace anteroom
