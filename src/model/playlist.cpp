#include "model/playlist.h"

#include <algorithm>

namespace anteroom {

namespace {

bool within(const When::Hours& hours, MinuteOfDay minute) {
  if (hours.from < hours.until) return minute >= hours.from && minute < hours.until;
  return minute >= hours.from || minute < hours.until;  // past midnight
}

// The weekday on which the hours that contain `minute` of `day` began: those after midnight belong to the day before.
unsigned weekday_of(const When& when, std::chrono::local_days day, MinuteOfDay minute) {
  const bool since_yesterday = when.hours && when.hours->until <= when.hours->from && minute < when.hours->until;
  return std::chrono::weekday(since_yesterday ? day - std::chrono::days(1) : day).c_encoding();
}

}  // namespace

bool allows(const When& when, WallTime time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  if (when.from && day < std::chrono::local_days(*when.from)) return false;
  if (when.until && day > std::chrono::local_days(*when.until)) return false;
  const MinuteOfDay minute = minute_of_day(time);
  return when.days.test(weekday_of(when, day, minute)) && (!when.hours || within(*when.hours, minute));
}

std::vector<std::size_t> playlist(const Pack& pack, Role role, WallTime time, Date earliest) {
  std::vector<std::size_t> cards;
  const std::optional<Date> last = last_day(pack.review);
  const auto shown = std::chrono::floor<std::chrono::days>(time);
  const bool possible = !earliest.ok() || shown >= std::chrono::local_days(earliest);
  const auto today = possible ? shown : std::chrono::local_days(earliest);  // or a later day
  if (!last || today > std::chrono::local_days(*last)) return cards;
  for (std::size_t i = 0; i < pack.cards.size(); ++i) {
    const Card& card = pack.cards[i];
    const bool waits = !possible && (card.when.from || card.when.until);
    if (card.shown_on(role) && !waits && allows(card.when, time)) cards.push_back(i);
  }
  return cards;
}

std::optional<std::size_t> next_card(const std::vector<std::size_t>& cards, std::size_t current) {
  if (cards.empty()) return std::nullopt;
  const auto after = std::upper_bound(cards.begin(), cards.end(), current);
  return after == cards.end() ? cards.front() : *after;
}

std::optional<std::size_t> previous_card(const std::vector<std::size_t>& cards, std::size_t current) {
  if (cards.empty()) return std::nullopt;
  const auto at = std::lower_bound(cards.begin(), cards.end(), current);
  return at == cards.begin() ? cards.back() : *std::prev(at);
}

}  // namespace anteroom
