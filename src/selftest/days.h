// Days on which clocks and calendars go wrong, lived through in virtual time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assembly/load.h"
#include "selftest/course.h"
#include "selftest/outcome.h"

namespace anteroom::selftest {

// What the wall clock shows at `utc` (seconds since 1970) in the process's time zone.
WallTime local_time(std::int64_t utc);

// A change of the time zone's distance from UTC: to or from summer time.
struct ClockChange {
  std::int64_t utc = 0;  // when
  int by_s = 0;          // how far the wall clock jumps: 3600 in spring
};
// Those of the process's time zone within the year after `utc`.
std::vector<ClockChange> clock_changes(std::int64_t utc);

// Sets the process's time zone, and the former one again at its end. Requires: no other thread reads the environment.
class InTimeZone {
 public:
  explicit InTimeZone(const std::string& zone);
  ~InTimeZone();
  InTimeZone(const InTimeZone&) = delete;
  InTimeZone& operator=(const InTimeZone&) = delete;

 private:
  std::optional<std::string> before_;
};

// Shows the loop of `loaded` minute by minute from `utc` to `until`, with the wall clock of the process's time zone. At
// each minute the screen must be open or dark as the opening hours say, show a card while it is open, change it in
// time, and keep the rules of a screen. Dates of reviews do not count: the day may be years away.
Outcome check_days(const assembly::Loaded& loaded, std::int64_t utc, std::int64_t until, const Course& course);

// Both days on which the clocks change in the year after `utc`; in a zone without summer time: in one that has it.
Outcome check_summer_time(const assembly::Loaded& loaded, std::int64_t utc, const Course& course);
// The coming midnights: the next one, and those into another month, and into another year.
Outcome check_midnights(const assembly::Loaded& loaded, std::int64_t utc, const Course& course);
// The next 29 February, from the midnight before to the midnight after it.
Outcome check_leap_day(const assembly::Loaded& loaded, std::int64_t utc, const Course& course);

}  // namespace anteroom::selftest
