// The two clocks of the kiosk, as two types that do not mix. The model never reads either: time is passed in.
#pragma once

#include <chrono>
#include <string>

namespace anteroom {

// Counts up from the start of the program and never jumps: dwell, transitions, idle timeouts.
struct MonotonicClock {
  using rep = std::chrono::milliseconds::rep;
  using period = std::chrono::milliseconds::period;
  using duration = std::chrono::milliseconds;
  using time_point = std::chrono::time_point<MonotonicClock>;
  static constexpr bool is_steady = true;
};
using MonoTime = MonotonicClock::time_point;
using Millis = std::chrono::milliseconds;

// The clinic's civil time, to the second; it may jump (summer time, a corrected clock).
using WallTime = std::chrono::local_seconds;
using Date = std::chrono::year_month_day;

// A moment as both clocks show it.
struct Now {
  MonoTime mono;
  WallTime wall;
  friend bool operator==(const Now&, const Now&) = default;
};

// The civil date of `time`.
Date date_of(WallTime time);

// "2027-08-15".
std::string in_digits(Date date);

// A time of day as minutes after midnight, 0 to 1440 (1440: the end of the day).
using MinuteOfDay = std::chrono::minutes;

// The minute of the day of `time`, seconds dropped.
MinuteOfDay minute_of_day(WallTime time);

// "08:05".
std::string in_digits(MinuteOfDay minute);

}  // namespace anteroom
