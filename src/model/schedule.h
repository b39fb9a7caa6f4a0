// The clinic's opening hours.
#pragma once

#include <optional>

#include "model/content.h"
#include "model/settings.h"

namespace anteroom {

// The entry of hours.on that decides about `day`, or null. A single date takes precedence over a longer span, and that
// over days of every year. Valid as long as `hours`.
const HoursOn* exception_on(const OpeningHours& hours, std::chrono::local_days day);

// The hours that begin on `day`: those of its date, else of its weekday; open all day if neither is given.
// Requires: hours.week is empty or has seven elements.
DayHours hours_of(const OpeningHours& hours, std::chrono::local_days day, Dates dates = Dates::count);

// True if the clinic is open at `time`: within hours that begin on its day, or within those of the day before that run
// past midnight. Always true without hours. When summer time skips or repeats an hour, the time that the wall clock
// shows decides. Requires: as hours_of.
bool is_open(const OpeningHours& hours, WallTime time, Dates dates = Dates::count);

// The same for the clinic of `content`, whose dates count if its clock can be right.
bool is_open(const Content& content, WallTime time);

// The first minute after `time`, when the clinic is closed, at which it opens; nothing if it stays closed for a month.
// Requires: as hours_of.
std::optional<WallTime> next_opening(const OpeningHours& hours, WallTime time);

}  // namespace anteroom
