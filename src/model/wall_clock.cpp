#include "model/wall_clock.h"

namespace anteroom {

Date earliest_day(const Content& content) {
  const Review& review = content.pack.review;
  const Date& released = content.released;
  const std::optional<Date> last = last_day(review);
  // A review dated after its own last day is a slip, which says nothing about the clock.
  const bool reviewed = review.on.ok() && last && std::chrono::sys_days(review.on) <= std::chrono::sys_days(*last);
  if (!reviewed || !released.ok()) return reviewed ? review.on : released;
  return std::chrono::sys_days(review.on) < std::chrono::sys_days(released) ? released : review.on;
}

bool is_possible(const Content& content, WallTime time) {
  const Date earliest = earliest_day(content);
  return !earliest.ok() || time >= std::chrono::local_days(earliest);
}

WallTime possible_time(const Content& content, WallTime wanted) {
  if (is_possible(content, wanted)) return wanted;
  const auto missing = WallTime(std::chrono::local_days(earliest_day(content))) - wanted;
  return wanted + std::chrono::ceil<std::chrono::weeks>(missing);
}

}  // namespace anteroom
