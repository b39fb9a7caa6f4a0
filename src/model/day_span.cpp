#include "model/day_span.h"

namespace anteroom {

namespace {

using std::chrono::local_days;
using std::chrono::month_day;

month_day month_and_day(Date date) {
  return date.month() / date.day();
}

}  // namespace

bool contains(const DaySpan& days, local_days day) {
  if (!days.every_year) return day >= local_days(days.from) && day <= local_days(days.until);
  const month_day from = month_and_day(days.from), until = month_and_day(days.until);
  const month_day wanted = month_and_day(Date(day));
  return from <= until ? wanted >= from && wanted <= until : wanted >= from || wanted <= until;
}

int precision(const DaySpan& days) {
  if (days.every_year) return 0;
  return days.from == days.until ? 2 : 1;
}

bool overlap(const DaySpan& one, const DaySpan& other) {
  // Spans on a line, or on a circle: if they meet, one of them begins within the other.
  const auto begins_in = [](const DaySpan& span, const DaySpan& within) {
    return contains(within, local_days(span.from));
  };
  return begins_in(one, other) || begins_in(other, one);
}

}  // namespace anteroom
