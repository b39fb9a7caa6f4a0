#include "source/table_reader.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "language/paragraphs.h"
#include "language/utf8.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::source {

namespace {

// Without the zeros that std::to_string adds.
std::string in_digits(double number) {
  std::ostringstream stream;
  stream.precision(12);
  stream << number;
  return stream.str();
}

std::string range_in_words(const Range& range) {
  return "from " + in_digits(range.min) + " to " + in_digits(range.max) + " " + range.unit;
}

// A linear search in this many entries takes less time than preparing another.
constexpr std::size_t small = 64;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

const TomlEntry* TableReader::entry(std::string_view key) {
  if (table_.size() <= small) return find_entry(table_, key);
  if (sorted_.empty()) {
    for (const TomlEntry& each : table_) sorted_.push_back(&each);
    std::sort(sorted_.begin(), sorted_.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
  }
  const auto found =
      std::lower_bound(sorted_.begin(), sorted_.end(), key,
                       [](const TomlEntry* each, std::string_view wanted) { return each->key < wanted; });
  return found == sorted_.end() || (*found)->key != key ? nullptr : *found;
}

const TomlValue* TableReader::find(std::string_view key) {
  known_.push_back(key);
  const TomlEntry* found = entry(key);
  return found == nullptr ? nullptr : &found->value;
}

void TableReader::report_type(std::string_view key, const TomlValue& value, const char* should_be) {
  faults_.add(rule::wrong_type, value.at,
              in_ticks(key) + " is " + type_in_words(value) + "; it should be " + should_be);
}

std::optional<Located> TableReader::string(std::string_view key, const char* should_be) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&value->is)) return Located{*text, value->at};
  report_type(key, *value, should_be);
  return std::nullopt;
}

bool TableReader::in_range(std::string_view key, const TomlValue& value, double number, const Range& range) {
  if (number >= range.min && number <= range.max) return true;
  faults_.add(rule::out_of_range, value.at,
              in_ticks(key) + " is " + in_digits(number) + "; it should be " + range_in_words(range));
  return false;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key, const Range& range) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* number = std::get_if<std::int64_t>(&value->is)) {
    if (!in_range(key, *value, static_cast<double>(*number), range)) return std::nullopt;
    return *number;
  }
  report_type(key, *value, (std::string("a whole number of ") + range.unit).c_str());
  return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key, const Range& range) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  double number = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&value->is)) {
    number = static_cast<double>(*whole);
  } else if (const auto* real = std::get_if<double>(&value->is)) {
    number = *real;
  } else {
    report_type(key, *value, (std::string("a number of ") + range.unit).c_str());
    return std::nullopt;
  }
  if (!in_range(key, *value, number, range)) return std::nullopt;
  return number;
}

std::optional<bool> TableReader::boolean(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* is = std::get_if<bool>(&value->is)) return *is;
  report_type(key, *value, "true or false, without quotes");
  return std::nullopt;
}

std::optional<Date> TableReader::date(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto* date = std::get_if<Date>(&value->is);
  if (date == nullptr) {
    report_type(key, *value, "a date without quotes, such as 2026-11-22");
    return std::nullopt;
  }
  const int year = static_cast<int>(date->year());
  if (!date->ok() || year < 2000 || year > 2199) {
    faults_.add(
        rule::bad_date, value->at,
        in_ticks(key) + " is in the year " + std::to_string(year) + "; it should be a day between 2000 and 2199");
    return std::nullopt;
  }
  return *date;
}

std::optional<std::size_t> TableReader::choice(std::string_view key, const std::vector<std::string>& words) {
  const std::optional<Located> text = string(key, any_of(words).c_str());
  if (!text) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), text->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  faults_.add(rule::bad_value, text->at,
              in_ticks(key) + " is " + in_ticks(text->text) + "; it should be " + any_of(words) +
                  did_you_mean(text->text, words));
  return std::nullopt;
}

std::optional<std::vector<Located>> TableReader::strings(std::string_view key, const char* should_be) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto* list = std::get_if<TomlList>(&value->is);
  if (list == nullptr) {
    report_type(key, *value, should_be);
    return std::nullopt;
  }
  std::vector<Located> texts;
  for (const TomlValue& element : *list) {
    const auto* text = std::get_if<std::string>(&element.is);
    if (text == nullptr) {
      faults_.add(rule::wrong_type, element.at,
                  in_ticks(key) + " holds " + type_in_words(element) + "; it should be " + should_be);
    } else {
      texts.push_back({*text, element.at});
    }
  }
  // Sorted by text first, so that a list of ten thousand is quick.
  std::vector<std::size_t> order(texts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return std::pair(texts[a].text, a) < std::pair(texts[b].text, b); });
  std::vector<bool> repeated(texts.size());
  for (std::size_t i = 1; i < order.size(); ++i) repeated[order[i]] = texts[order[i]].text == texts[order[i - 1]].text;
  std::vector<Located> once;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (repeated[i]) {
      faults_.add(rule::duplicate, texts[i].at, in_ticks(texts[i].text) + " is already in " + in_ticks(key));
    } else {
      once.push_back(texts[i]);
    }
  }
  return once;
}

const TomlTable* TableReader::table(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return nullptr;
  if (const auto* table = std::get_if<TomlTable>(&value->is)) return table;
  report_type(key, *value, ("a table, written [" + std::string(key) + "]").c_str());
  return nullptr;
}

std::vector<const TomlValue*> TableReader::tables(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return {};
  std::vector<const TomlValue*> result;
  const std::string should_be = "a list of tables, each written [[" + std::string(key) + "]]";
  const auto* list = std::get_if<TomlList>(&value->is);
  if (list == nullptr) {
    report_type(key, *value, should_be.c_str());
    return {};
  }
  for (const TomlValue& element : *list) {
    if (std::holds_alternative<TomlTable>(element.is)) {
      result.push_back(&element);
    } else {
      faults_.add(rule::wrong_type, element.at,
                  in_ticks(key) + " holds " + type_in_words(element) + "; it should be " + should_be);
    }
  }
  return result;
}

bool TableReader::require(std::string_view key, const char* advice) {
  if (find(key) != nullptr) return true;
  if (!faults_.has_lost(key)) {
    faults_.add(rule::missing_key, at_, in_ticks(key) + " is missing; " + advice);
    missing_.emplace_back(key);
  }
  return false;
}

// "; [when] knows `from`, `until`, `days`, `hours`".
std::string TableReader::known_in_words() const {
  constexpr std::size_t max_named = 12;
  if (known_.empty()) return {};
  // A table's header stands where the table begins; the file as a whole has none.
  const bool is_whole_file = at_ == file_begin && !table_.empty() && table_.front().at.line <= at_.line;
  // A table without a header of its own begins in that of a table below it: [text.en.exhibit] begins [text].
  const bool is_in_header = !table_.empty() && table_.front().at.line == at_.line;
  const std::string header =
      is_whole_file ? std::string() : faults_.header_at(at_, is_in_header ? table_.front().at.column : 0);
  std::string words = header.empty() ? "; known here are " : "; " + header + " knows ";
  for (std::size_t i = 0; i < std::min(known_.size(), max_named); ++i) {
    words.append(i > 0 ? ", " : "").append(in_ticks(known_[i]));
  }
  return known_.size() > max_named ? words + " …" : words;
}

bool TableReader::knows_every_key() const {
  return std::all_of(table_.begin(), table_.end(), [this](const TomlEntry& each) {
    return std::find(known_.begin(), known_.end(), each.key) != known_.end();
  });
}

void TableReader::report_unknown_keys(const std::vector<Hint>& hints) {
  if (table_.size() <= small && knows_every_key()) return;
  std::vector<std::string_view> sorted;
  std::vector<std::string_view> once;
  for (const std::string_view key : known_) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), key);
    if (place != sorted.end() && *place == key) continue;
    sorted.insert(place, key);
    once.push_back(key);
  }
  known_ = std::move(once);
  bool are_listed = false;
  const auto advice_on = [&](std::string_view key) -> std::string {
    const auto hint = std::find_if(hints.begin(), hints.end(), [key](const Hint& each) { return each.key == key; });
    if (hint != hints.end()) return "; " + hint->advice;
    std::string nearest = did_you_mean(key, {known_.begin(), known_.end()});
    if (!nearest.empty() || are_listed) return nearest;
    are_listed = true;  // once is enough
    return known_in_words();
  };
  for (const TomlEntry& each : table_) {
    if (std::binary_search(sorted.begin(), sorted.end(), each.key)) continue;
    const std::string advice = faults_.is_full() ? std::string() : advice_on(each.key);
    faults_.add(rule::unknown_key, each.at, "unknown key " + in_ticks(each.key) + advice);
    // What is misspelt is not missing.
    for (const std::string& key : missing_) {
      if (!advice.empty() && advice == did_you_mean(each.key, {key}))
        faults_.withdraw(rule::missing_key, at_, in_ticks(key) + " is missing");
    }
  }
}

bool is_id(std::string_view text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
  return !text.empty() && text.front() != '-' && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

bool is_language(std::string_view text) {
  std::size_t part_begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '-') {
      const bool allowed = is_letter(text[i]) || (part_begin > 0 && is_digit(text[i]));
      if (!allowed) return false;
      continue;
    }
    const std::size_t length = i - part_begin;
    if (length < 2 || length > (part_begin == 0 ? 3 : 8)) return false;
    part_begin = i + 1;
  }
  return text.size() <= 35;
}

}  // namespace anteroom::source
