#include "simulation/replay_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <sstream>

namespace anteroom::simulation {

namespace {

using Command = decltype(Step::command);

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

// The line up to a '#' outside quotes.
std::string without_comment(const std::string& line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == '#' && !quoted) return line.substr(0, i);
  }
  return line;
}

// Removes the first word from `rest` and returns it.
std::string take_word(std::string& rest) {
  const auto end = std::min(rest.find_first_of(" \t"), rest.size());
  std::string word = rest.substr(0, end);
  rest = trimmed(rest.substr(end));
  return word;
}

std::optional<std::string> unquoted(const std::string& text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  return text.substr(1, text.size() - 2);
}

std::optional<Millis> parse_duration(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !std::isfinite(number) || number < 0) return std::nullopt;
  const std::string unit(end, text.data() + text.size());
  double factor = 0;
  if (unit == "ms") factor = 1;
  if (unit == "s") factor = 1000;
  if (unit == "m") factor = 60'000;
  if (unit == "h") factor = 3'600'000;
  if (unit == "d") factor = 86'400'000;
  // A thousand years: enough for any replay, and far from the end of the clock's range.
  if (factor == 0 || number * factor > 3.2e13) return std::nullopt;
  return Millis(std::llround(number * factor));
}

std::optional<WallTime> parse_wall_time(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int used = 0;
  const int fields =
      std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%n", &year, &month, &day, &hour, &minute, &second, &used);
  const Date date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  const bool in_range = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  if (fields != 6 || used != static_cast<int>(text.size()) || !date.ok() || !in_range) return std::nullopt;
  return std::chrono::local_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
         std::chrono::seconds(second);
}

Command parse_expect(std::string rest) {
  std::string what = take_word(rest);
  if (what == "no") what += " " + take_word(rest);
  if (what == "spoken" && rest == "everything") return Expect{"spoken everything", {}};
  if (what == "text" || what == "no text" || what == "spoken") {
    const std::optional<std::string> text = unquoted(rest);
    if (!text) return Unreadable{"'expect " + what + "' takes words in quotes"};
    return Expect{what, *text};
  }
  if (what == "picture" && rest != "moving" && rest != "still") {
    return Unreadable{"'expect picture' takes moving or still"};
  }
  if (what != "picture" && what != "screen" && what != "card" && what != "language") {
    return Unreadable{"'expect " + what +
                      "' is not known; there are screen, card, language, picture, text, no text and spoken"};
  }
  if (rest.empty()) return Unreadable{"'expect " + what + "' lacks its value"};
  return Expect{what, rest};
}

// "240,120" as a point; none for anything else.
std::optional<scene::Point> parse_point(const std::string& text) {
  scene::Point point;
  const char* const end = text.data() + text.size();
  const auto [comma, fault] = std::from_chars(text.data(), end, point.x);
  if (fault != std::errc() || comma == end || *comma != ',') return std::nullopt;
  const auto [rest, second_fault] = std::from_chars(comma + 1, end, point.y);
  const bool ok = second_fault == std::errc() && rest == end && std::isfinite(point.x) && std::isfinite(point.y);
  return ok ? std::optional(point) : std::nullopt;
}

Command parse_tap(const std::string& rest) {
  if (const std::optional<std::string> label = unquoted(rest)) return Tap{*label, {}};
  if (const std::optional<scene::Point> at = parse_point(rest)) return Tap{{}, *at};
  return Unreadable{"'tap' takes a label in quotes, or a point in mm such as 240,120"};
}

Command parse_press(const std::string& rest) {
  if (const std::optional<scene::Point> at = parse_point(rest)) return Press{*at};
  return Unreadable{"'press' takes a point in mm such as 240,120"};
}

Command parse_drag(std::string rest) {
  const std::optional<scene::Point> from = parse_point(take_word(rest));
  const std::optional<scene::Point> to = parse_point(rest);
  if (!from || !to) return Unreadable{"'drag' takes two points in mm such as 10,120 240,120"};
  return Drag{*from, *to};
}

constexpr std::array<std::pair<const char*, Key>, 7> keys{{{"next", Key::next},
                                                           {"previous", Key::previous},
                                                           {"select", Key::select},
                                                           {"back", Key::back},
                                                           {"repeat", Key::repeat},
                                                           {"volume", Key::volume},
                                                           {"topics", Key::topics}}};

Command parse_key(const std::string& rest) {
  for (const auto& [name, key] : keys) {
    if (rest == name) return PressKey{key};
  }
  return Unreadable{"'" + rest + "' is not a key; there are next, previous, select, back, repeat, volume and topics"};
}

Command parse_notice(std::string rest) {
  const std::string level = take_word(rest);
  if (level == "off" && rest.empty()) return PutUpNotice{};
  const std::size_t middle = rest.find("\" \"");
  const std::optional<std::string> title = unquoted(rest.substr(0, middle == std::string::npos ? middle : middle + 1));
  const std::optional<std::string> text =
      middle == std::string::npos ? std::optional(std::string()) : unquoted(rest.substr(middle + 2));
  if ((level != "info" && level != "urgent") || !title || !text) {
    return Unreadable{"'notice' takes info or urgent and words in quotes, or off"};
  }
  Notice notice;
  notice.level = level == "urgent" ? NoticeLevel::urgent : NoticeLevel::info;
  notice.words[""] = {*title, *text};
  return PutUpNotice{notice};
}

Command parse_shot(const std::string& name) {
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '-' || c == '_';
  });
  if (!plain) return Unreadable{"'shot' takes a name of letters, digits, '-' and '_'"};
  return Shot{name};
}

Command parse_command(std::string rest) {
  const std::string verb = take_word(rest);
  if (verb == "wait") {
    const std::optional<Millis> time = parse_duration(rest);
    if (!time) return Unreadable{"'" + rest + "' is not a time such as 500ms, 30s, 2m, 1h or 3d"};
    return Wait{*time};
  }
  if (verb == "listen" && rest.empty()) return Listen{};
  if (verb == "now") {
    const std::optional<WallTime> time = parse_wall_time(rest);
    if (!time) return Unreadable{"'" + rest + "' is not a time such as 2026-12-24T17:59:00"};
    return SetWallClock{*time};
  }
  if (verb == "expect") return parse_expect(rest);
  if (verb == "tap") return parse_tap(rest);
  if (verb == "press") return parse_press(rest);
  if (verb == "drag") return parse_drag(rest);
  if (verb == "release" && rest.empty()) return Release{};
  if (verb == "palm" && rest.empty()) return Palm{};
  if (verb == "key") return parse_key(rest);
  if (verb == "notice") return parse_notice(rest);
  if (verb == "shot") return parse_shot(rest);
  return Unreadable{
      "'" + verb +
      "' is not a command; there are wait, listen, now, tap, press, drag, release, palm, key, notice, expect and shot"};
}

}  // namespace

std::string key_name(Key key) {
  for (const auto& [name, each] : keys) {
    if (each == key) return name;
  }
  return {};
}

std::vector<Step> parse_replay(const std::string& text) {
  std::vector<Step> steps;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::string command = trimmed(without_comment(line));
    if (!command.empty()) steps.push_back({number, parse_command(command)});
  }
  return steps;
}

}  // namespace anteroom::simulation
