#include "content/hours_text.h"

#include "source/printable.h"

namespace anteroom::content {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "8:05" and "08:05".
std::optional<MinuteOfDay> parse_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if ((colon != 1 && colon != 2) || text.size() != colon + 3) return std::nullopt;
  int hours = 0;
  int minutes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == colon) continue;
    if (!is_digit(text[i])) return std::nullopt;
    int& number = i < colon ? hours : minutes;
    number = number * 10 + (text[i] - '0');
  }
  if (minutes > 59 || hours > 24 || (hours == 24 && minutes > 0)) return std::nullopt;
  return MinuteOfDay(hours * 60 + minutes);
}

}  // namespace

std::optional<MinuteSpan> parse_hours(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto from = parse_time(source::trimmed(text.substr(0, hyphen)));
  const auto until = parse_time(source::trimmed(text.substr(hyphen + 1)));
  if (!from || !until || *from == MinuteOfDay(24 * 60)) return std::nullopt;
  return MinuteSpan{*from, *until};
}

}  // namespace anteroom::content
