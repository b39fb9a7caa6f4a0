#include "model/schedule.h"

namespace anteroom {

bool is_open(const std::vector<OpeningHours>& hours, WallTime time) {
  if (hours.empty()) return true;
  const unsigned today = std::chrono::weekday(std::chrono::floor<std::chrono::days>(time)).c_encoding();
  const MinuteOfDay minute = minute_of_day(time);
  const OpeningHours& now = hours[today];
  const bool past_midnight = now.until < now.from;
  if (minute >= now.from && (past_midnight || minute < now.until)) return true;
  const OpeningHours& yesterday = hours[(today + 6) % 7];
  return yesterday.until < yesterday.from && minute < yesterday.until;
}

}  // namespace anteroom
