// A TOML file as plain values with their positions. All readers use these, so that only one source file includes the
// library, which is slow to compile.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/time.h"
#include "source/source_file.h"

namespace anteroom::source {

struct TomlValue;
struct TomlEntry;
using TomlList = std::vector<TomlValue>;
using TomlTable = std::vector<TomlEntry>;  // in the order of the file

// A time of day: no key of this program takes one, so only its presence matters.
struct TomlTime {};
struct TomlMoment {
  WallTime local{};
  bool has_offset = false;  // from UTC, which no key of this program takes
};

struct TomlValue {
  Position at;
  std::variant<std::string, std::int64_t, double, bool, Date, TomlTime, TomlMoment, TomlList, TomlTable> is;
};

struct TomlEntry {
  std::string key;
  Position at;  // of the key
  TomlValue value;
};

// What `value` is, in words: "a text in quotes", "a whole number".
const char* type_in_words(const TomlValue& value);

// The entry `key` of `table`, or null. Valid as long as `table`.
const TomlEntry* find_entry(const TomlTable& table, std::string_view key);

// Keys from a table down to one of the values below it.
using KeyPath = std::vector<std::string>;

// The value at `path` below `table`, or null. Valid as long as `table`.
const TomlValue* find_value(const TomlTable& table, const KeyPath& path);

// The table there, or null.
const TomlTable* find_table(const TomlTable& table, const KeyPath& path);

// The texts in the list `key` of `table`; none if there is no such list.
std::vector<std::string> texts_in_list(const TomlTable& table, std::string_view key);

// The position of that value; the file as a whole if it is not there.
Position position_of(const TomlTable& table, const KeyPath& path);

}  // namespace anteroom::source
