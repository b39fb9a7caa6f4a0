// Days of the calendar, for opening hours by date and for cards that rest.
#pragma once

#include "model/time.h"

namespace anteroom {

// Whether dates count. They do not while the clock cannot be right: one without a battery may show 1 January.
enum class Dates { count, unknown };

// The days from one to another, in one year or in every year.
struct DaySpan {
  Date from{}, until{};     // both included; equal for a single day
  bool every_year = false;  // only months and days count, and `until` before `from` runs past the end of the year
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// True if `day` is one of `days`. A yearly 29 February exists only in leap years.
bool contains(const DaySpan& days, std::chrono::local_days day);

// How precisely `days` are given: 2 for a single date, 1 for a span of dates, 0 for days of every year.
int precision(const DaySpan& days);

// True if some day is in both. Requires: precision(one) == precision(other).
bool overlap(const DaySpan& one, const DaySpan& other);

}  // namespace anteroom
