#include "content/read_when.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "content/day_text.h"
#include "content/hours_text.h"
#include "content/limits.h"
#include "content/misplaced_keys.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

std::bitset<7> read_days(source::TableReader& reader) {
  static const std::vector<std::string> names = {"sunday",   "monday", "tuesday", "wednesday",
                                                 "thursday", "friday", "saturday"};
  const auto days = reader.strings("days", "a list of days, such as [\"monday\", \"friday\"]");
  if (!days) return 0b1111111;
  std::bitset<7> set;
  for (const source::Located& day : *days) {
    const auto found = std::find(names.begin(), names.end(), day.text);
    if (found != names.end()) {
      set.set(static_cast<std::size_t>(found - names.begin()));
    } else {
      reader.faults().add(rule::bad_value, day.at,
                          "`days` holds " + source::in_ticks(day.text) + "; it should be " + source::any_of(names) +
                              source::did_you_mean(day.text, names));
    }
  }
  if (days->empty()) {
    reader.faults().add(rule::bad_value, reader.find("days")->at,
                        "`days` is empty; a card that is shown on no day is left out of `cards` in pack.toml");
  }
  return set;
}

// "; write the number 10 for October" if `text` is the name of a month or its beginning, else how to write any month.
std::string month_suggestion(std::string_view text) {
  constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  for (std::size_t i = 0; text.size() >= 3 && i < names.size(); ++i) {
    const std::string_view begin = names[i].substr(0, text.size());
    if (source::edit_distance(text, begin) == 0) {
      return "; write the number " + std::to_string(i + 1) + " for " + std::string(names[i]);
    }
  }
  return "; write each month as a number from 1 to 12";
}

// Sets the month that `element` of the list names.
void read_month(const source::TomlValue& element, std::bitset<12>& months, source::FileFaults& faults) {
  const auto* number = std::get_if<std::int64_t>(&element.is);
  if (number == nullptr) {
    const auto* text = std::get_if<std::string>(&element.is);
    faults.add(rule::bad_value, element.at,
               "`months` holds " +
                   (text == nullptr ? std::string(source::type_in_words(element)) : source::in_ticks(*text)) +
                   month_suggestion(text == nullptr ? std::string_view() : *text));
  } else if (*number < 1 || *number > 12) {
    faults.add(rule::out_of_range, element.at,
               "`months` holds " + std::to_string(*number) + "; it should be from 1 to 12, January to December");
  } else {
    months.set(static_cast<std::size_t>(*number - 1));
  }
}

// The list `key`, or null; reports anything else.
const source::TomlList* read_list(source::TableReader& reader, const char* key, const char* should_be) {
  const source::TomlValue* value = reader.find(key);
  if (value == nullptr) return nullptr;
  const auto* list = std::get_if<source::TomlList>(&value->is);
  if (list == nullptr) {
    reader.faults().add(rule::wrong_type, value->at,
                        source::in_ticks(key) + " is " + source::type_in_words(*value) + "; it should be " + should_be);
  }
  return list;
}

std::bitset<12> read_months(source::TableReader& reader) {
  const source::TomlList* list = read_list(reader, "months", "a list of numbers, such as [10, 11, 12, 1]");
  if (list == nullptr) return std::bitset<12>().set();
  std::bitset<12> months;
  for (const source::TomlValue& element : *list) read_month(element, months, reader.faults());
  if (list->empty()) {
    reader.faults().add(rule::bad_value, reader.find("months")->at,
                        "`months` is empty; a card that is shown in no month is left out of `cards` in pack.toml");
  }
  return months.none() ? std::bitset<12>().set() : months;
}

// The days that `element` of the list names, in quotes or as a date.
std::optional<DaySpan> read_excepted(const source::TomlValue& element, source::FileFaults& faults) {
  const auto* date = std::get_if<Date>(&element.is);
  const auto* text = std::get_if<std::string>(&element.is);
  const std::string written = date != nullptr ? in_digits(*date) : text != nullptr ? *text : std::string();
  const std::optional<DaySpan> days = parse_days(written);
  if (!days) {
    faults.add(rule::bad_date, element.at,
               "`except` holds " +
                   (written.empty() ? std::string(source::type_in_words(element)) : source::in_ticks(written)) +
                   "; write a day \"2027-08-15\", a month \"2027-08\", a day of every year \"12-25\", or the first and "
                   "the last with a / between them");
  } else if (!days->every_year && std::chrono::sys_days(days->until) < std::chrono::sys_days(days->from)) {
    faults.add(rule::when_order, element.at,
               "`except` holds " + source::in_ticks(written) + ", which ends before it begins");
    return std::nullopt;
  }
  return days;
}

std::vector<DaySpan> read_except(source::TableReader& reader) {
  const source::TomlList* list = read_list(reader, "except", "a list of days, such as [\"2027-08\", \"12-25\"]");
  if (list == nullptr) return {};
  if (list->size() > max_excepted) {
    reader.faults().add(rule::too_many, reader.find("except")->at,
                        "`except` holds " + std::to_string(list->size()) + " days; at most " +
                            std::to_string(max_excepted) + " are allowed");
    return {};
  }
  std::vector<DaySpan> except;
  for (const source::TomlValue& element : *list) {
    if (const auto days = read_excepted(element, reader.faults())) except.push_back(*days);
  }
  return except;
}

}  // namespace

When read_when(source::TableReader& card) {
  When when;
  const source::TomlTable* table = card.table("when");
  if (table == nullptr) return when;
  source::TableReader reader(*table, card.find("when")->at, card.faults());
  when.from = reader.date("from");
  when.until = reader.date("until");
  when.days = read_days(reader);
  when.months = read_months(reader);
  when.except = read_except(reader);
  if (const auto hours = reader.string("hours", "a text in quotes, such as \"08:00-12:00\"")) {
    const auto span = parse_hours(hours->text);
    if (span) {
      when.hours = When::Hours{span->from, span->until};
    } else {
      card.faults().add(rule::bad_hours, hours->at,
                        "`hours` is " + source::in_ticks(hours->text) + "; it should look like \"08:00-12:00\"");
    }
  }
  reader.report_unknown_keys(hints_of_card());
  return when;
}

}  // namespace anteroom::content
