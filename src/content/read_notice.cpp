#include "content/read_notice.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include "content/usable_text.h"
#include "language/utf8.h"
#include "language/words.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/table_reader.h"
#include "source/toml_files.h"

namespace anteroom::content {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t max_notice_bytes = 64UL * 1024;
// What is left of a longer text is cut: more than this nobody reads off a wall in a hurry.
constexpr std::size_t max_notice_characters = 600;

// `text` without what no screen can show, at most max_notice_characters long, the cut marked.
std::string shown_part(std::string_view text) {
  std::string shown(source::trimmed(text));
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  shown = source::printable(shown);
  if (language::code_point_count(shown) <= max_notice_characters) return shown;
  const auto size = static_cast<std::int32_t>(shown.size());
  std::int32_t end = 0;
  U8_FWD_N(shown.data(), end, size, static_cast<std::int32_t>(max_notice_characters));
  return shown.substr(0, static_cast<std::size_t>(end)) + "…";
}

// The words of `key`: one text for all languages, or a table of them.
std::map<std::string, std::string> read_words(source::TableReader& root, const char* key) {
  std::map<std::string, std::string> words;
  const source::TomlValue* value = root.find(key);
  if (value == nullptr) return words;
  source::FileFaults& faults = root.faults();
  const auto take = [&](const std::string& language, const source::TomlValue& each) {
    const auto* text = std::get_if<std::string>(&each.is);
    if (text == nullptr) {
      faults.add(rule::wrong_type, each.at, std::string("this is ") + type_in_words(each) + "; it should be a text");
      return;
    }
    check_text({*text, each.at}, faults);  // shown as far as it can be, whatever is reported
    if (std::string shown = shown_part(*text); language::has_word(shown)) words[language] = std::move(shown);
  };
  const auto* by_language = std::get_if<source::TomlTable>(&value->is);
  if (by_language == nullptr) {
    take("", *value);
    return words;
  }
  for (const source::TomlEntry& entry : *by_language) {
    if (!source::is_language(entry.key)) {
      faults.add(rule::bad_language, entry.at,
                 source::in_ticks(entry.key) + " is not a language tag; it should look like `en` or `pt-BR`");
    } else {
      take(entry.key, entry.value);
    }
  }
  return words;
}

std::optional<WallTime> read_moment(source::TableReader& root, const char* key) {
  const source::TomlValue* value = root.find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* moment = std::get_if<source::TomlMoment>(&value->is); moment != nullptr && !moment->has_offset) {
    return moment->local;
  }
  if (const auto* date = std::get_if<Date>(&value->is)) return std::chrono::local_days(*date);
  root.faults().add(rule::bad_date, value->at,
                    std::string("`") + key + "` is " + type_in_words(*value) +
                        "; it should look like 2026-12-24T18:00:00, in the clinic's own time");
  return std::nullopt;
}

bool has_words(const Notice& notice) {
  return std::any_of(notice.words.begin(), notice.words.end(),
                     [](const auto& each) { return language::has_word(each.second.title); });
}

Notice read_table(const source::TomlTable& table, source::Position at, source::FileFaults& faults, bool& says_level);

// The notices in the tables [[earlier]].
std::vector<Notice> read_earlier(source::TableReader& root) {
  std::vector<Notice> earlier;
  for (const source::TomlValue* value : root.tables("earlier")) {
    bool says_level = false;
    Notice each = read_table(std::get<source::TomlTable>(value->is), value->at, root.faults(), says_level);
    each.earlier.clear();
    if (has_words(each) && earlier.size() < max_earlier) earlier.push_back(std::move(each));
  }
  return earlier;
}

// `says_level`: whether the level could be read.
Notice read_table(const source::TomlTable& table, source::Position at, source::FileFaults& faults, bool& says_level) {
  source::TableReader root(table, at, faults);
  Notice notice;
  const auto level = root.choice("level", {"info", "urgent"});
  notice.level = level && *level == 1 ? NoticeLevel::urgent : NoticeLevel::info;
  says_level = level.has_value();
  for (auto& [language, title] : read_words(root, "title")) notice.words[language].title = std::move(title);
  for (auto& [language, text] : read_words(root, "text")) notice.words[language].text = std::move(text);
  // One title for all languages beside a text in some, or the other way round.
  if (const auto all = notice.words.find(""); all != notice.words.end()) {
    const NoticeWords of_all = all->second;
    for (auto& [language, words] : notice.words) {
      if (words.title.empty()) words.title = of_all.title;
      if (words.text.empty()) words.text = of_all.text;
    }
  }
  for (auto& [language, words] : notice.words) {
    if (words.title.empty()) words.title = std::exchange(words.text, {});
  }
  notice.from = read_moment(root, "from");
  notice.until = read_moment(root, "until");
  if (notice.from && notice.until && *notice.until <= *notice.from) {
    faults.add(rule::when_order, root.find("until")->at,
               "`until` is not after `from`; the notice is shown all the time");
    notice.from.reset();
    notice.until.reset();
  }
  if (at == source::file_begin) notice.earlier = read_earlier(root);
  root.report_unknown_keys();
  return notice;
}

// `text` in small letters, as far as they are plain ones.
std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

// Whether a line of a faulty file says that it is urgent, however it is misspelt: `level = "urgent`, `Level: Urgent`.
bool says_urgent(std::string_view text) {
  const std::string small = in_small_letters(text);
  for (std::size_t begin = 0; begin < small.size();) {
    const std::size_t end = std::min(small.find('\n', begin), small.size());
    const std::string_view line = source::trimmed(std::string_view(small).substr(begin, end - begin));
    if (line.starts_with("level") && line.find("urgent") != std::string_view::npos) return true;
    begin = end + 1;
  }
  return false;
}

// Whether `line` is nothing but a level: `level: urgent`.
bool is_level(std::string_view line) {
  std::string small = in_small_letters(line);
  std::erase_if(small, [](char c) { return std::string_view(" \t:=\"'").find(c) != std::string_view::npos; });
  return small == "levelurgent" || small == "levelinfo";
}

// The file as plain words: its first line is the title. Marks of TOML at the ends of a line are left out.
std::map<std::string, NoticeWords> plain_words(std::string_view left) {
  std::string title, rest;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    std::string_view line = source::trimmed(left.substr(0, end));
    left.remove_prefix(std::min(end + 1, left.size()));
    if (line.empty() || line.front() == '#' || line.front() == '[' || is_level(line)) continue;
    // A key is short; an equals sign further on is one of the words.
    if (const std::size_t equals = line.substr(0, 20).find('='); equals != std::string_view::npos) {
      const std::string_view key = source::trimmed(line.substr(0, equals));
      line.remove_prefix(equals + 1);
      if (key == "level" || key == "from" || key == "until") continue;
    }
    while (!line.empty() && std::string_view("\"' ").find(line.front()) != std::string_view::npos)
      line.remove_prefix(1);
    while (!line.empty() && std::string_view("\"' ").find(line.back()) != std::string_view::npos) line.remove_suffix(1);
    if (title.empty()) {
      title = line;
    } else {
      rest += (rest.empty() ? "" : " ") + std::string(line);
    }
  }
  std::string text = shown_part(rest);
  if (!language::has_word(text)) text.clear();
  return {{"", {shown_part(title), std::move(text)}}};
}

std::string quoted_toml(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += "\\n";
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string in_toml(WallTime time) {
  const std::chrono::year_month_day date = date_of(time);
  const std::chrono::hh_mm_ss clock(time - std::chrono::floor<std::chrono::days>(time));
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:00", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()));
  return text;
}

}  // namespace

std::optional<Notice> read_notice(const fs::path& file, source::Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::exists(file, error)) return std::nullopt;
  source::TomlFiles files;
  source::Diagnostics reading;
  const source::TomlFile* toml = files.read(file, max_notice_bytes, reading);
  if (toml == nullptr) {
    diagnostics.add_all(reading);
    return std::nullopt;
  }
  Notice notice;
  bool says_level = false;
  if (toml->table) {
    source::FileFaults faults(toml->source, reading);
    notice = read_table(*toml->table, source::file_begin, faults, says_level);
  }
  if (!has_words(notice)) notice.words = plain_words(toml->source.text);
  // Large by mistake is better than small in an emergency.
  if (!says_level && !reading.empty() && says_urgent(toml->source.text)) notice.level = NoticeLevel::urgent;
  diagnostics.add_all(reading);
  return has_words(notice) ? std::optional(std::move(notice)) : std::nullopt;
}

namespace {

// The table `name` of what `part` of each language's words says; empty if it says nothing.
std::string table_of(const Notice& notice, const std::string& name, std::string NoticeWords::*part) {
  std::string lines;
  for (const auto& [language, words] : notice.words) {
    if (!language.empty() && !(words.*part).empty()) lines += language + " = " + quoted_toml(words.*part) + "\n";
  }
  return lines.empty() ? "" : "\n[" + name + "]\n" + lines;
}

// One notice, without the earlier ones; `above`: "earlier." in one of them.
std::string keys_of(const Notice& notice, const std::string& above) {
  std::string toml = std::string("level = ") + (notice.level == NoticeLevel::urgent ? "\"urgent\"" : "\"info\"") + "\n";
  if (notice.from) toml += "from = " + in_toml(*notice.from) + "\n";
  if (notice.until) toml += "until = " + in_toml(*notice.until) + "\n";
  const std::string titles = table_of(notice, above + "title", &NoticeWords::title);
  const std::string texts = table_of(notice, above + "text", &NoticeWords::text);
  const auto all = notice.words.find("");
  if (all == notice.words.end()) return toml + titles + texts;
  const std::string title = quoted_toml(all->second.title);
  const bool one_title = std::all_of(notice.words.begin(), notice.words.end(),
                                     [&](const auto& each) { return each.second.title == all->second.title; });
  // What languages that have a title of their own are told, too, is the whole notice in all others.
  if (!one_title) return toml + "text = " + title + "\n" + titles;
  toml += "title = " + title + "\n";
  if (!all->second.text.empty()) toml += "text = " + quoted_toml(all->second.text) + "\n";
  return all->second.text.empty() ? toml + texts : toml;
}

}  // namespace

std::optional<Notice> read_notices(const std::vector<fs::path>& files, source::Diagnostics& diagnostics) {
  std::vector<std::pair<fs::file_time_type, Notice>> all;
  for (const fs::path& file : files) {
    std::optional<Notice> notice = read_notice(file, diagnostics);
    if (!notice) continue;
    std::error_code error;
    const fs::file_time_type written = fs::last_write_time(file, error);
    all.emplace_back(error ? fs::file_time_type::min() : written, std::move(*notice));
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::optional<Notice> above;
  for (auto& [written, notice] : all) {
    above = above ? put_above(*above, std::move(notice)) : std::move(notice);
  }
  return above;
}

std::string to_toml(const Notice& notice) {
  std::string toml = keys_of(notice, "");
  for (const Notice& each : notice.earlier) toml += "\n[[earlier]]\n" + keys_of(each, "earlier.");
  return toml;
}

}  // namespace anteroom::content
