// read_week and its opposite.
#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "content/hours_text.h"
#include "setup/read_answer.h"
#include "source/printable.h"

namespace anteroom::setup {

namespace {

constexpr std::array<std::string_view, 7> day_names{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
constexpr std::size_t monday = 1;

std::string small(std::string_view text) {
  std::string result(source::trimmed(text));
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// "mon", "tues", "thursday".
std::optional<std::size_t> day_named(std::string_view word) {
  constexpr std::size_t least = 3;
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t day = 0; day < day_names.size(); ++day) {
    if (word.size() >= least && day_names[day].starts_with(word)) return day;
  }
  return std::nullopt;
}

using Days = std::array<bool, 7>;

// "mon-fri", "sat, sun", "daily".
std::optional<Days> days_in(std::string text) {
  if (text == "daily" || text == "every day" || text == "all days") text = "mon-sun";
  if (text == "weekdays") text = "mon-fri";
  if (text == "weekend" || text == "weekends") text = "sat-sun";
  Days days{};
  std::replace(text.begin(), text.end(), ' ', ',');
  bool any = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string_view part = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == "and" || part == ":") continue;
    const std::size_t hyphen = part.find('-');
    const std::optional<std::size_t> first = day_named(part.substr(0, hyphen));
    const std::optional<std::size_t> last =
        hyphen == std::string_view::npos ? first : day_named(part.substr(hyphen + 1));
    if (!first || !last) return std::nullopt;
    for (std::size_t day = *first;; day = (day + 1) % days.size()) {
      days[day] = any = true;
      if (day == *last) break;
    }
  }
  return any ? std::optional(days) : std::nullopt;
}

// A time of day as the settings write it, and whether it can only be meant that way: "8" may be either eight o'clock.
struct TakenTime {
  std::string written;
  int hour;
  bool is_plain;
};

// The time of day at the beginning of `text`, which is taken away from it: "8", "8:30", "8.30", "8am", "12 p.m."
// Nothing: there is none.
std::optional<TakenTime> take_time(std::string_view& text) {
  const auto skip_blanks = [&] {
    while (text.starts_with(' ')) text.remove_prefix(1);
  };
  const auto take_number = [&]() -> std::optional<int> {
    int number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 2 && text[digits] >= '0' && text[digits] <= '9') {
      number = number * 10 + (text[digits++] - '0');
    }
    text.remove_prefix(digits);
    return digits > 0 ? std::optional(number) : std::nullopt;
  };
  skip_blanks();
  // "08:00", as the settings write it.
  const bool is_in_full = text.size() > 2 && text[0] == '0' && text[2] == ':';
  const std::optional<int> hour_read = take_number();
  if (!hour_read) return std::nullopt;
  int hour = *hour_read, minute = 0;
  if (text.size() > 1 && (text[0] == ':' || text[0] == '.' || text[0] == 'h') && text[1] >= '0' && text[1] <= '9') {
    text.remove_prefix(1);
    minute = take_number().value_or(60);
  }
  skip_blanks();
  bool is_plain = is_in_full;
  for (const auto& [half, is_pm] : {std::pair("a.m.", false), {"p.m.", true}, {"am", false}, {"pm", true}}) {
    if (!text.starts_with(half)) continue;
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (is_pm ? 12 : 0);
    text.remove_prefix(std::string_view(half).size());
    is_plain = true;
    break;
  }
  if (hour > 24 || minute > 59) return std::nullopt;
  std::array<char, 8> written{};
  std::snprintf(written.data(), written.size(), "%02d:%02d", hour % 100, minute % 100);
  return TakenTime{written.data(), hour, is_plain};
}

ReadAnswer<std::string> unknown_hours() {
  return {{}, "hours should look like 8:00-17:00, or with a break 8:00-12:00, 13:00-17:00"};
}

// "8-17, 6pm-8pm" as "08:00-17:00, 18:00-20:00", or what is wrong with it.
ReadAnswer<std::string> plain_hours(std::string_view text) {
  std::string plain;
  int before = 0;  // the hour at which the span before begins
  while (true) {
    const auto from = take_time(text);
    while (text.starts_with(' ')) text.remove_prefix(1);
    const std::string_view en_dash = "\xE2\x80\x93";
    const std::string_view dash = text.starts_with(en_dash) ? en_dash : text.starts_with("to ") ? "to " : "-";
    if (!from || !text.starts_with(dash)) return unknown_hours();
    text.remove_prefix(dash.size());
    const auto until = take_time(text);
    if (!until) return unknown_hours();
    // Whoever writes "8-5", or "8-12, 1-5", means the afternoon, and would have a screen that is lit at night.
    const bool is_night = until->hour < from->hour && from->hour <= 12;
    const bool goes_back = from->hour < before && from->hour < 12;
    if ((is_night || goes_back) && !from->is_plain && !until->is_plain) {
      const auto afternoon = [](const TakenTime& time, bool shifts) {
        return shifts ? std::to_string(time.hour + 12) + time.written.substr(2) : time.written;
      };
      return {{},
              from->written + "-" + until->written + " would be in the night; write " + afternoon(*from, goes_back) +
                  "-" + afternoon(*until, until->hour < 12) + " if the afternoon is meant, else am and pm"};
    }
    before = from->hour;
    plain += from->written + "-" + until->written;
    text = source::trimmed(text);
    if (text.empty()) return {plain, {}};
    if (text.starts_with(',')) {
      text.remove_prefix(1);
    } else if (text.starts_with("and ")) {
      text.remove_prefix(4);
    } else {
      return unknown_hours();
    }
    plain += ", ";
  }
}

// True if `text` begins with days: "sat 9-12", "weekends closed".
bool begins_with_days(std::string_view text) {
  text = source::trimmed(text);
  const std::string_view word = text.substr(0, text.find_first_of(" -,:.0123456789"));
  return days_in(std::string(word)).has_value();
}

// `text` with a semicolon before each new part, where a comma, an "and" or a new line may stand: "mon-fri 8-17, sat
// 9-12" is as clear as with one.
std::string parted(std::string text) {
  bool has_hours = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = std::string_view(text).substr(at);
    has_hours = has_hours || (text[at] >= '0' && text[at] <= '9') || rest.starts_with("closed");
    const std::size_t length = text[at] == ',' || text[at] == '\n' ? 1 : rest.starts_with(" and ") ? 5 : 0;
    if (length > 0 && has_hours && begins_with_days(rest.substr(length))) text.replace(at, length, ";");
    if (text[at] == ';') has_hours = false;
  }
  return text;
}

std::string in_short(std::size_t day) {
  return std::string(day_names[day].substr(0, 3));
}

}  // namespace

ReadAnswer<std::vector<DayHours>> read_week(std::string_view text) {
  const std::string asked = parted(small(text));
  if (asked == "always" || asked == "-" || asked == "24/7") return {std::vector<DayHours>(), {}};
  std::vector<DayHours> week(day_names.size());
  Days named{};
  for (std::size_t at = 0; at <= asked.size();) {
    const std::size_t end = std::min(asked.find(';', at), asked.size());
    const std::string part = small(std::string_view(asked).substr(at, end - at));
    at = end + 1;
    if (part.empty()) continue;
    const std::size_t closed = part.find("closed");
    const std::size_t hours_begin = std::min(part.find_first_of("0123456789"), closed);
    const std::optional<Days> days =
        hours_begin == std::string::npos ? std::nullopt : days_in(small(std::string_view(part).substr(0, hours_begin)));
    if (!days) {
      return {{}, "it should look like mon-fri 8:00-17:00; sat 9:00-12:00, or be always"};
    }
    const ReadAnswer<std::string> hours = closed == hours_begin
                                              ? ReadAnswer<std::string>{"closed", {}}
                                              : plain_hours(std::string_view(part).substr(hours_begin));
    const content::ParsedDay parsed =
        hours.value ? content::parse_day(*hours.value) : content::ParsedDay{{}, hours.fault};
    if (!parsed.fault.empty()) return {{}, parsed.fault};
    for (std::size_t day = 0; day < week.size(); ++day) {
      if (!(*days)[day]) continue;
      if (named[day]) return {{}, std::string(day_names[day]) + " is in it twice"};
      named[day] = true;
      week[day] = parsed.hours;
    }
  }
  const bool none = std::none_of(week.begin(), week.end(), [](const DayHours& day) { return !day.empty(); });
  if (none) return {{}, "the clinic would never be open; write always if the screen is never to be dark"};
  return {std::move(week), {}};
}

std::string hours_in_words(const DayHours& hours) {
  std::string words;
  for (const OpenSpan& span : hours) {
    words += (words.empty() ? "" : ", ") + in_digits(span.from) + "-" + in_digits(span.until);
  }
  return words.empty() ? "closed" : words;
}

std::string week_in_words(const std::vector<DayHours>& week) {
  if (week.size() != day_names.size()) return "always";
  std::string words;
  for (std::size_t i = 0; i < week.size();) {
    const auto day = [](std::size_t from_monday) { return (monday + from_monday) % day_names.size(); };
    std::size_t last = i;
    while (last + 1 < week.size() && week[day(last + 1)] == week[day(i)]) ++last;
    words += (words.empty() ? "" : "; ") + in_short(day(i)) + (last > i ? "-" + in_short(day(last)) : "") + " " +
             hours_in_words(week[day(i)]);
    i = last + 1;
  }
  return words;
}

}  // namespace anteroom::setup
