#include "commands/options.h"

#include <algorithm>
#include <cctype>
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

std::string shell_word(const std::filesystem::path& path) {
  std::string text = path.generic_string();
  const auto is_plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("/._-+:@%,=~").find(c) != std::string::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string said_options(const assembly::SourceOptions& source) {
  std::string words;
  if (!source.config.empty()) words.append(" --config ").append(shell_word(source.config));
  if (!source.content.empty()) words.append(" --content ").append(shell_word(source.content));
  return words;
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

std::string in_words(WallTime time) {
  return in_digits(date_of(time)) + " " + in_digits(minute_of_day(time));
}

}  // namespace anteroom::commands
