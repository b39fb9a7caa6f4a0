#include "model/day_span.h"

namespace anteroom {

namespace {

using std::chrono::local_days;
using std::chrono::month_day;

month_day day_of_year(Date date) {
  return date.month() / date.day();
}

}  // namespace

bool contains(const DaySpan& days, local_days day) {
  if (!days.every_year) return day >= local_days(days.from) && day <= local_days(days.until);
  const month_day from = day_of_year(days.from), until = day_of_year(days.until), it = day_of_year(Date(day));
  return from <= until ? it >= from && it <= until : it >= from || it <= until;
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
