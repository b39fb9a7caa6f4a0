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

// The first limit of the dates and months of `when` that rules out `day`.
std::optional<Absence> day_ruled_out(const When& when, std::chrono::local_days day) {
  if (when.from && day < std::chrono::local_days(*when.from)) return Absence::from;
  if (when.until && day > std::chrono::local_days(*when.until)) return Absence::until;
  const auto is_within = [day](const DaySpan& days) { return contains(days, day); };
  if (std::any_of(when.except.begin(), when.except.end(), is_within)) return Absence::except;
  const unsigned month = static_cast<unsigned>(Date(day).month());
  if (!when.months.test(month - 1)) return Absence::months;
  return std::nullopt;
}

// What is the same for all cards of a pack at one time.
struct Today {
  std::chrono::local_days day;  // or the first one that a correct clock can show, if that is later
  Dates dates = Dates::count;
};

Today today_of(WallTime time, Date earliest) {
  const auto shown = std::chrono::floor<std::chrono::days>(time);
  const bool possible = !earliest.ok() || shown >= std::chrono::local_days(earliest);
  return {possible ? shown : std::chrono::local_days(earliest), possible ? Dates::count : Dates::unknown};
}

bool waits_in_all_languages(const Pack& pack, const Card& card) {
  if (!pack.review.holds_unsigned) return false;
  for (std::size_t language = 0; language < card.text.size(); ++language) {
    if (card.has_text(language) && !waits_for_signature(pack, card, language)) return false;
  }
  return true;
}

std::optional<Absence> absence(const Pack& pack, const Card& card, Role role, WallTime time, const Today& today) {
  if (!card.shown_on(role)) return Absence::other_screen;
  const std::optional<Date> last = last_day(pack, card);
  if (!last || today.day > std::chrono::local_days(*last)) return Absence::review;
  if (waits_in_all_languages(pack, card)) return Absence::signature;
  return ruled_out(card.when, time, today.dates);
}

}  // namespace

bool allows_day(const When& when, std::chrono::local_days day) {
  return !day_ruled_out(when, day);
}

std::optional<Absence> ruled_out(const When& when, WallTime time, Dates dates) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  if (dates == Dates::unknown) {
    if (when.from || when.until || !when.months.all()) return Absence::clock;
  } else if (const std::optional<Absence> limit = day_ruled_out(when, day)) {
    return limit;
  }
  const MinuteOfDay minute = minute_of_day(time);
  if (!when.days.test(weekday_of(when, day, minute))) return Absence::days;
  if (when.hours && !within(*when.hours, minute)) return Absence::hours;
  return std::nullopt;
}

std::optional<Absence> absence(const Pack& pack, const Card& card, Role role, WallTime time, Date earliest) {
  return absence(pack, card, role, time, today_of(time, earliest));
}

std::vector<std::size_t> playlist(const Pack& pack, Role role, WallTime time, Date earliest) {
  std::vector<std::size_t> cards;
  const Today today = today_of(time, earliest);
  for (std::size_t i = 0; i < pack.cards.size(); ++i) {
    if (!absence(pack, pack.cards[i], role, time, today)) cards.push_back(i);
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
