#include "content/day_text.h"

#include "source/printable.h"

namespace anteroom::content {

namespace {

// The number of exactly `digits` digits with which `text` begins, taken off it.
std::optional<unsigned> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  unsigned number = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  text.remove_prefix(digits);
  return number;
}

std::optional<unsigned> take_hyphen_and_number(std::string_view& text) {
  if (!text.starts_with('-')) return std::nullopt;
  text.remove_prefix(1);
  return take_number(text, 2);
}

bool is_usable(Date date) {
  return date.ok() && date.year() >= std::chrono::year(2000) && date.year() <= std::chrono::year(2199);
}

// "12-25"
std::optional<DaySpan> day_of_every_year(std::string_view text) {
  const auto month = take_number(text, 2);
  const auto day = month ? take_hyphen_and_number(text) : std::nullopt;
  if (!day || !text.empty()) return std::nullopt;
  const Date date = std::chrono::year(2000) / std::chrono::month(*month) / std::chrono::day(*day);  // a leap year
  if (!date.ok()) return std::nullopt;
  return DaySpan{date, date, true};
}

// "2027-08-15" or "2027-08"
std::optional<DaySpan> date_or_month(std::string_view text) {
  const auto number = take_number(text, 4);
  const auto month_number = number ? take_hyphen_and_number(text) : std::nullopt;
  if (!month_number) return std::nullopt;
  const auto month = std::chrono::year(static_cast<int>(*number)) / std::chrono::month(*month_number);
  const bool whole_month = text.empty();
  const auto day = whole_month ? std::optional(1U) : take_hyphen_and_number(text);
  if (!day || !text.empty()) return std::nullopt;
  const Date from = month / std::chrono::day(*day);
  if (!is_usable(from)) return std::nullopt;
  return DaySpan{from, whole_month ? Date(month / std::chrono::last) : from, false};
}

std::optional<DaySpan> without_slash(std::string_view text) {
  const std::optional<DaySpan> yearly = day_of_every_year(text);
  return yearly ? yearly : date_or_month(text);
}

}  // namespace

std::optional<DaySpan> parse_days(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return without_slash(source::trimmed(text));
  const auto from = without_slash(source::trimmed(text.substr(0, slash)));
  const auto until = without_slash(source::trimmed(text.substr(slash + 1)));
  if (!from || !until || from->every_year != until->every_year) return std::nullopt;
  return DaySpan{from->from, until->until, from->every_year};
}

}  // namespace anteroom::content
