// Reads the keys of one TOML table: types, ranges and words are checked, and what nobody asked for is named.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

// A text of a file and where it stands. Valid as long as the table that it was read from.
struct Located {
  std::string_view text;
  Position at;
};

// The smallest and the largest number allowed, and what it counts: "seconds".
struct Range {
  double min;
  double max;
  const char* unit;
};

// A value that is absent or faulty comes back as nothing; what is faulty has then been named.
class TableReader {
 public:
  // `table` and `faults` must outlive this. `at`: where a missing key is missed.
  TableReader(const TomlTable& table, Position at, FileFaults& faults) : table_(table), at_(at), faults_(faults) {}

  // The value of `key`, or null. Every key asked for counts as known, and must outlive this.
  const TomlValue* find(std::string_view key);

  std::optional<Located> string(std::string_view key, const char* should_be = "a string");
  std::optional<std::int64_t> whole(std::string_view key, const Range& range);
  std::optional<double> number(std::string_view key, const Range& range);
  std::optional<Date> date(std::string_view key);
  // The place of the string in `words`.
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& words);
  // A list of strings, none twice. Faulty elements are left out.
  std::optional<std::vector<Located>> strings(std::string_view key, const char* should_be);
  // Valid as long as the table.
  const TomlTable* table(std::string_view key);
  // A list of tables ([[key]]), and where each begins. Empty when absent.
  std::vector<const TomlValue*> tables(std::string_view key);

  // True when `key` is there; else names it as missing, with `advice` on what to write.
  bool require(std::string_view key, const char* advice);

  // Names every key that nobody asked for.
  void report_unknown_keys();

  Position at() const { return at_; }
  FileFaults& faults() { return faults_; }

 private:
  void report_type(std::string_view key, const TomlValue& value, const char* should_be);
  bool in_range(std::string_view key, const TomlValue& value, double number, const Range& range);
  const TomlEntry* entry(std::string_view key);

  const TomlTable& table_;
  Position at_;
  FileFaults& faults_;
  std::vector<std::string_view> known_;        // as they were asked for, so perhaps more than once
  std::vector<const TomlEntry*> sorted_ = {};  // by key; only of a table that is too large for a search one by one
};

// True when `text` is made of a-z, 0-9 and '-', and begins with a letter or digit.
bool is_id(std::string_view text);

// True when `text` looks like a BCP 47 tag: "en", "pt-BR", "zh-Hant".
bool is_language(std::string_view text);

}  // namespace anteroom::source
