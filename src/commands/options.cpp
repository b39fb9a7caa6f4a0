#include "commands/options.h"

#include <charconv>
#include <cstdio>

namespace anteroom::commands {

std::optional<assembly::Size> parse_size(const std::string& text) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return std::nullopt;
  const auto number = [](const char* from, const char* to) -> std::optional<int> {
    int value = 0;
    const auto [end, error] = std::from_chars(from, to, value);
    if (error != std::errc() || end != to || value < 16 || value > 16384) return std::nullopt;
    return value;
  };
  const std::optional<int> width = number(text.data(), text.data() + cross);
  const std::optional<int> height = number(text.data() + cross + 1, text.data() + text.size());
  if (!width || !height) return std::nullopt;
  return assembly::Size{*width, *height};
}

std::optional<WallTime> parse_moment(const std::string& text, WallTime now) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, used = 0;
  const auto whole = [&] { return used == static_cast<int>(text.size()); };
  const auto is_clock = [&] { return hour >= 0 && hour < 24 && minute >= 0 && minute < 60; };
  const auto clock = [&] { return std::chrono::hours(hour) + std::chrono::minutes(minute); };
  if (std::sscanf(text.c_str(), "%d:%d%n", &hour, &minute, &used) == 2 && whole() && is_clock()) {
    const WallTime today = std::chrono::floor<std::chrono::days>(now) + clock();
    return today > now ? today : today + std::chrono::days(1);
  }
  hour = minute = used = 0;
  const int read =
      std::sscanf(text.c_str(), "%d-%d-%d%n%*1[ T]%d:%d%n", &year, &month, &day, &used, &hour, &minute, &used);
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  if ((read != 3 && read != 5) || !whole() || !date.ok() || !is_clock()) return std::nullopt;
  return std::chrono::local_days(date) + clock();
}

}  // namespace anteroom::commands
