#include "commands/options.h"

#include <algorithm>
#include <array>
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

namespace {

using std::chrono::days;

// "18:00", "6pm", "6:30 p.m." or "noon", all in small letters, as the time since midnight.
std::optional<std::chrono::minutes> parse_clock(std::string text) {
  if (text == "noon") return std::chrono::hours(12);
  if (text == "midnight") return std::chrono::hours(0);
  std::erase_if(text, [](char c) { return c == ' ' || c == '.'; });
  const bool is_pm = text.ends_with("pm");
  const bool has_half = is_pm || text.ends_with("am");
  if (has_half) text.erase(text.size() - 2);
  int hour = 0, minute = 0, used = 0;
  const auto whole = [&] { return used == static_cast<int>(text.size()); };
  const bool is_clock = std::sscanf(text.c_str(), "%2d:%2d%n", &hour, &minute, &used) == 2 && whole();
  if (!is_clock && !(has_half && std::sscanf(text.c_str(), "%2d%n", &hour, &used) == 1 && whole())) return std::nullopt;
  if (!is_clock) minute = 0;
  if (has_half && (hour < 1 || hour > 12)) return std::nullopt;
  if (has_half) hour = hour % 12 + (is_pm ? 12 : 0);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

std::string in_small_letters(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// The day that `word` names, in small letters: "today", "tomorrow", or "friday" as the first one from `today` on.
std::optional<std::chrono::local_days> parse_day(const std::string& word, std::chrono::local_days today) {
  constexpr std::array<std::string_view, 7> names = {"sunday",   "monday", "tuesday", "wednesday",
                                                     "thursday", "friday", "saturday"};
  if (word == "today") return today;
  if (word == "tomorrow") return today + days(1);
  for (int ahead = 0; ahead < 7; ++ahead) {
    const std::string_view name = names[std::chrono::weekday(today + days(ahead)).c_encoding()];
    if (word == name || word == name.substr(0, 3)) return today + days(ahead);
  }
  return std::nullopt;
}

// A time that is said in words.
std::optional<WallTime> parse_spoken(std::string text, WallTime now) {
  text = in_small_letters(std::move(text));
  const auto today = std::chrono::floor<days>(now);
  if (const auto clock = parse_clock(text)) return today + *clock > now ? today + *clock : today + days(1) + *clock;
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos) return std::nullopt;
  const std::string word = text.substr(0, blank);
  const auto day = parse_day(word, today);
  const auto clock = parse_clock(text.substr(blank + 1));
  if (!day || !clock) return std::nullopt;
  const bool is_weekday = word != "today" && word != "tomorrow";
  return is_weekday && *day + *clock <= now ? *day + days(7) + *clock : *day + *clock;
}

}  // namespace

std::optional<WallTime> parse_moment(const std::string& text, WallTime now) {
  if (const auto spoken = parse_spoken(text, now)) return spoken;
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, used = 0;
  const auto whole = [&] { return used == static_cast<int>(text.size()); };
  const auto is_clock = [&] { return hour >= 0 && hour < 24 && minute >= 0 && minute < 60; };
  const auto clock = [&] { return std::chrono::hours(hour) + std::chrono::minutes(minute); };
  const int read =
      std::sscanf(text.c_str(), "%d-%d-%d%n%*1[ T]%d:%d%n", &year, &month, &day, &used, &hour, &minute, &used);
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  if ((read != 3 && read != 5) || !whole() || !date.ok() || !is_clock()) return std::nullopt;
  return std::chrono::local_days(date) + clock();
}

std::optional<std::chrono::local_days> parse_date(const std::string& text, WallTime now) {
  if (const auto named = parse_day(in_small_letters(text), std::chrono::floor<days>(now))) return named;
  if (text.find(':') != std::string::npos) return std::nullopt;
  const std::optional<WallTime> moment = text.starts_with('2') ? parse_moment(text, now) : std::nullopt;
  return moment ? std::optional(std::chrono::floor<days>(*moment)) : std::nullopt;
}

std::optional<WallTime> parse_end(const std::string& text, WallTime now) {
  const auto day = parse_day(in_small_letters(text), std::chrono::floor<days>(now));
  return day ? *day + std::chrono::hours(23) + std::chrono::minutes(59) : parse_moment(text, now);
}

std::string in_words(WallTime time) {
  return in_digits(date_of(time)) + " " + in_digits(minute_of_day(time));
}

std::string in_words(WallTime time, WallTime now) {
  const auto ahead = std::chrono::floor<days>(time) - std::chrono::floor<days>(now);
  return (ahead == days(0) ? "today, " : ahead == days(1) ? "tomorrow, " : "") + in_words(time);
}

std::string no_moment(const std::string& text) {
  return "`" + text + "` is no time; write it as 18:00, 6pm, \"tomorrow 18:00\", \"friday 18:00\" or " +
         "\"2026-12-24 18:00\"";
}

}  // namespace anteroom::commands
