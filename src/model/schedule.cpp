#include "model/schedule.h"

#include <algorithm>

#include "model/wall_clock.h"

namespace anteroom {

namespace {

using std::chrono::local_days;

bool runs_past_midnight(const OpenSpan& span) {
  return span.until < span.from;
}

}  // namespace

const HoursOn* exception_on(const OpeningHours& hours, local_days day) {
  const HoursOn* found = nullptr;
  for (const HoursOn& each : hours.on) {
    if (!contains(each.days, day)) continue;
    if (found == nullptr || precision(each.days) > precision(found->days)) found = &each;
  }
  return found;
}

DayHours hours_of(const OpeningHours& hours, local_days day, Dates dates) {
  const HoursOn* exception = dates == Dates::count ? exception_on(hours, day) : nullptr;
  if (exception != nullptr) return exception->hours;
  if (hours.week.empty()) return {OpenSpan{}};
  return hours.week[std::chrono::weekday(day).c_encoding()];
}

bool is_open(const OpeningHours& hours, WallTime time, Dates dates) {
  if (hours.empty()) return true;
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const MinuteOfDay minute = minute_of_day(time);
  const DayHours today = hours_of(hours, day, dates);
  const DayHours yesterday = hours_of(hours, day - std::chrono::days(1), dates);
  const auto is_within = [&](const OpenSpan& span) {
    return minute >= span.from && (runs_past_midnight(span) || minute < span.until);
  };
  const auto still_runs = [&](const OpenSpan& span) { return runs_past_midnight(span) && minute < span.until; };
  return std::any_of(today.begin(), today.end(), is_within) ||
         std::any_of(yesterday.begin(), yesterday.end(), still_runs);
}

std::optional<WallTime> next_opening(const OpeningHours& hours, WallTime time) {
  constexpr int days_ahead = 31;
  const auto today = std::chrono::floor<std::chrono::days>(time);
  for (int ahead = 0; ahead <= days_ahead; ++ahead) {
    const auto day = today + std::chrono::days(ahead);
    std::optional<WallTime> first;
    for (const OpenSpan& span : hours_of(hours, day)) {
      const WallTime begins = day + span.from;
      if (begins > time && (!first || begins < *first)) first = begins;
    }
    if (first) return first;
  }
  return {};
}

bool is_open(const Content& content, WallTime time) {
  return is_open(content.settings.hours, time, is_possible(content, time) ? Dates::count : Dates::unknown);
}

}  // namespace anteroom
