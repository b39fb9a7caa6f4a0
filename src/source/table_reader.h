// Reads the keys of one TOML table: types, ranges and words are checked, and unknown keys are reported.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

// A text in a file and its position. Valid as long as the table that it was read from.
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

// An absent or faulty value is returned as nothing; a faulty one has then been reported.
class TableReader {
 public:
  // `table` and `faults` must outlive this. `at`: where a missing key is reported.
  TableReader(const TomlTable& table, Position at, FileFaults& faults) : table_(table), at_(at), faults_(faults) {
    known_.reserve(16);
  }

  // The value of `key`, or null. Every key asked for counts as known, and must outlive this.
  const TomlValue* find(std::string_view key);

  std::optional<Located> string(std::string_view key, const char* should_be = "a text in quotes");
  std::optional<std::int64_t> integer(std::string_view key, const Range& range);
  std::optional<double> number(std::string_view key, const Range& range);
  std::optional<bool> boolean(std::string_view key);
  std::optional<Date> date(std::string_view key);
  // The index of the string in `words`.
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& words);
  // A list of distinct strings. Faulty elements are left out.
  std::optional<std::vector<Located>> strings(std::string_view key, const char* should_be);
  // Valid as long as the table.
  const TomlTable* table(std::string_view key);
  // A list of tables ([[key]]), and where each begins. Empty when absent.
  std::vector<const TomlValue*> tables(std::string_view key);

  // True if `key` is there; otherwise reports it as missing, with `advice` on what to write, unless its line was left
  // out because of another fault.
  bool require(std::string_view key, const char* advice);

  // What to write instead of a key that authors expect and that does not exist.
  struct Hint {
    std::string_view key;
    std::string advice;
  };

  // Reports every key that was not asked for, with its hint, the known key that is nearest, or else the known keys in
  // the order in which they were first asked for.
  void report_unknown_keys(const std::vector<Hint>& hints = {});

  Position at() const { return at_; }
  FileFaults& faults() { return faults_; }

 private:
  void report_type(std::string_view key, const TomlValue& value, const char* should_be);
  bool in_range(std::string_view key, const TomlValue& value, double number, const Range& range);
  const TomlEntry* entry(std::string_view key);
  bool knows_every_key() const;
  std::string known_in_words() const;

  const TomlTable& table_;
  Position at_;
  FileFaults& faults_;
  std::vector<std::string> missing_ = {};      // those that require() reported
  std::vector<std::string_view> known_ = {};   // in the order asked for, perhaps more than once
  std::vector<const TomlEntry*> sorted_ = {};  // by key; only of a table too large for a linear search
};

// True if `text` is made of a-z, 0-9 and '-', and begins with a letter or digit.
bool is_id(std::string_view text);

// True if `text` looks like a BCP 47 tag: "en", "pt-BR", "zh-Hant".
bool is_language(std::string_view text);

}  // namespace anteroom::source
