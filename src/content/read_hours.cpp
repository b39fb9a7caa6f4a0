#include "content/read_hours.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "content/day_text.h"
#include "content/hours_text.h"
#include "content/limits.h"
#include "content/misplaced_keys.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

constexpr std::array<const char*, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                 "thursday", "friday", "saturday"};
constexpr const char* usual_hours = ", so the usual hours apply then";

bool is_weekday(std::string_view key) {
  return std::find(weekdays.begin(), weekdays.end(), key) != weekdays.end();
}

// "Mondays"
std::string plural(std::string weekday) {
  weekday.front() = static_cast<char>(weekday.front() - 'a' + 'A');
  return weekday + "s";
}

// The hours that `key` of `reader` names; nothing, and a fault that tells the `outcome`, if it is faulty.
std::optional<DayHours> read_day(source::TableReader& reader, const char* key, const std::string& outcome) {
  const auto text = reader.string(key, "a text in quotes, such as \"08:00-17:00\" or \"closed\"");
  if (!text) return std::nullopt;
  ParsedDay day = parse_day(text->text);
  if (day.fault.empty()) return std::move(day.hours);
  std::string message = source::in_ticks(key) + " is " + source::in_ticks(text->text);
  message.append(outcome).append("; ").append(day.fault);
  reader.faults().add(rule::bad_hours, text->at, std::move(message));
  return std::nullopt;
}

// Reports each key that was meant to be one of the `missing` weekdays, and takes that one out of them.
void report_misspelt(const source::TomlTable& table, source::TableReader& reader, std::set<std::string>& missing) {
  for (const source::TomlEntry& entry : table) {
    if (entry.key == "on" || is_weekday(entry.key)) continue;
    for (const std::string& day : missing) {
      const std::string suggestion = source::did_you_mean(entry.key, {day});
      if (suggestion.empty()) continue;
      std::string message = "unknown key " + source::in_ticks(entry.key) + ", so the screen is on all day on ";
      message.append(plural(day)).append(suggestion);
      reader.find(entry.key);
      reader.faults().add(rule::unknown_key, entry.at, std::move(message));
      missing.erase(day);
      break;
    }
  }
}

void read_week(const source::TomlTable& table, source::TableReader& reader, OpeningHours& hours) {
  std::set<std::string> missing;
  for (const char* day : weekdays) {
    if (reader.find(day) == nullptr) missing.insert(day);
  }
  report_misspelt(table, reader, missing);
  for (const char* day : weekdays) {
    const std::string outcome = ", so the screen is on all day on " + plural(day);
    hours.week.push_back(read_day(reader, day, outcome).value_or(DayHours{OpenSpan{}}));
    if (!missing.contains(day)) continue;
    std::string message = source::in_ticks(day) + " is missing" + outcome;
    reader.faults().add(rule::missing_key, reader.at(), message.append("; write its hours, or \"closed\""));
  }
}

// The days of `from` and `until`.
std::optional<DaySpan> read_span(source::TableReader& reader) {
  const source::TomlValue* begin = reader.find("from");
  const source::TomlValue* end = reader.find("until");
  const auto from = reader.date("from");
  const auto until = reader.date("until");
  if (begin == nullptr || end == nullptr) {
    reader.faults().add(rule::missing_key, begin == nullptr ? end->at : begin->at,
                        std::string(begin == nullptr ? "`from`" : "`until`") + " is missing" + usual_hours +
                            "; write the first and the last day, or only `date`");
  }
  if (!from || !until) return std::nullopt;
  if (std::chrono::sys_days(*until) >= std::chrono::sys_days(*from)) return DaySpan{*from, *until};
  reader.faults().add(rule::when_order, end->at,
                      "`until` is " + in_digits(*until) + ", before `from`, " + in_digits(*from) + usual_hours);
  return std::nullopt;
}

// The days of `every`: "12-25" or "12-24/01-02".
std::optional<DaySpan> read_every(source::TableReader& reader) {
  const auto text = reader.string("every", "a text in quotes, such as \"12-25\"");
  if (!text) return std::nullopt;
  const std::optional<DaySpan> days = parse_days(text->text);
  if (days && days->every_year) return days;
  reader.faults().add(rule::bad_date, text->at,
                      "`every` is " + source::in_ticks(text->text) + usual_hours +
                          "; it should be month and day, such as \"12-25\", or \"12-24/01-02\"");
  return std::nullopt;
}

// The days of one [[hours.on]].
std::optional<DaySpan> days_of_entry(source::TableReader& reader) {
  const bool has_date = reader.find("date") != nullptr;
  const bool has_span = reader.find("from") != nullptr || reader.find("until") != nullptr;
  const bool has_every = reader.find("every") != nullptr;
  const int forms = (has_date ? 1 : 0) + (has_span ? 1 : 0) + (has_every ? 1 : 0);
  // A line that was left out is reported where it is.
  const auto was_lost = [&](const char* key) { return reader.faults().has_lost(key); };
  if (forms == 0 && (was_lost("date") || was_lost("from") || was_lost("until") || was_lost("every"))) {
    return std::nullopt;
  }
  if (forms == 0) {
    reader.faults().add(
        rule::missing_key, reader.at(),
        std::string("`date` is missing") + usual_hours +
            "; write a day, such as date = 2026-12-24, or `from` and `until`, or every = \"12-25\" for every year");
  } else if (forms > 1) {
    reader.faults().add(rule::bad_value, reader.at(),
                        std::string("the days are given twice") + usual_hours +
                            "; write only `date`, or only `from` and `until`, or only `every`");
  } else if (has_every) {
    return read_every(reader);
  } else if (has_span) {
    return read_span(reader);
  } else if (const auto date = reader.date("date")) {
    return DaySpan{*date, *date};
  }
  return std::nullopt;
}

struct PlacedHours {
  HoursOn entry;
  source::Position at;
};

std::optional<PlacedHours> read_entry(const source::TomlValue& value, source::FileFaults& faults) {
  source::TableReader reader(std::get<source::TomlTable>(value.is), value.at, faults);
  const std::optional<DaySpan> days = days_of_entry(reader);
  if (reader.find("hours") == nullptr) {
    faults.add(rule::missing_key, value.at,
               std::string("`hours` is missing") + usual_hours + "; write them, or \"closed\"");
  }
  std::optional<DayHours> hours = read_day(reader, "hours", usual_hours);
  reader.report_unknown_keys(hints_of_settings());
  if (!days || !hours) return std::nullopt;
  return PlacedHours{{*days, std::move(*hours)}, value.at};
}

// True, and a fault, if an entry further up is about one of the days, too, and about them just as precisely.
bool is_taken(const PlacedHours& entry, const std::vector<PlacedHours>& taken, source::FileFaults& faults) {
  for (const PlacedHours& other : taken) {
    const DaySpan& days = entry.entry.days;
    if (precision(days) != precision(other.entry.days) || !overlap(days, other.entry.days)) continue;
    const std::string what = precision(days) == 2 ? in_digits(days.from) + " is" : "some of these days are";
    faults.add(rule::duplicate, entry.at,
               what + " already in the [[hours.on]] of line " + std::to_string(other.at.line) +
                   ", which applies; take one of them out");
    return true;
  }
  return false;
}

std::vector<HoursOn> read_exceptions(source::TableReader& reader) {
  source::FileFaults& faults = reader.faults();
  std::vector<PlacedHours> taken;
  const source::TomlValue* list = reader.find("on");
  if (list == nullptr) return {};
  if (!std::holds_alternative<source::TomlList>(list->is)) {
    faults.add(rule::wrong_type, list->at,
               std::string("`on` is ") + source::type_in_words(*list) +
                   ", so the usual hours apply on all days; it should be a list of tables, each written [[hours.on]]");
    return {};
  }
  const std::vector<const source::TomlValue*> values = reader.tables("on");
  if (values.size() > max_dated_hours) {
    faults.add(rule::too_many, values[max_dated_hours]->at,
               "there are " + std::to_string(values.size()) + " [[hours.on]]; only the first " +
                   std::to_string(max_dated_hours) + " are used, so take out those that are over");
  }
  for (std::size_t i = 0; i < std::min(values.size(), max_dated_hours); ++i) {
    std::optional<PlacedHours> entry = read_entry(*values[i], faults);
    if (entry && !is_taken(*entry, taken, faults)) taken.push_back(std::move(*entry));
  }
  std::vector<HoursOn> entries;
  entries.reserve(taken.size());
  for (PlacedHours& each : taken) entries.push_back(std::move(each.entry));
  return entries;
}

}  // namespace

OpeningHours read_hours(source::TableReader& root) {
  OpeningHours hours;
  const source::TomlTable* table = root.table("hours");
  if (table == nullptr) return hours;
  source::TableReader reader(*table, root.find("hours")->at, root.faults());
  // Only dates and no weekday: the screen is always on but for those.
  const bool only_dates = table->size() == 1 && reader.find("on") != nullptr;
  if (!only_dates) read_week(*table, reader, hours);
  hours.on = read_exceptions(reader);
  reader.report_unknown_keys(hints_of_settings());
  return hours;
}

bool has_weekdays(const source::TomlValue* hours) {
  const auto* table = hours == nullptr ? nullptr : std::get_if<source::TomlTable>(&hours->is);
  return table != nullptr && std::any_of(table->begin(), table->end(),
                                         [](const source::TomlEntry& entry) { return is_weekday(entry.key); });
}

bool is_hours_of_weekday(const source::TomlEntry& entry) {
  const auto* text = std::get_if<std::string>(&entry.value.is);
  return text != nullptr && is_weekday(entry.key) && parse_day(*text).fault.empty();
}

}  // namespace anteroom::content
