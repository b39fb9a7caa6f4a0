// A TOML file as plain values with their places: what the readers of this room work on, so that the (slow to compile)
// library stands in one source file.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "content/source_file.h"
#include "model/time.h"

namespace anteroom::content {

struct TomlValue;
struct TomlEntry;
using TomlList = std::vector<TomlValue>;
using TomlTable = std::vector<TomlEntry>;  // in the order of the file

// A time of day or a moment: nothing in this program's files is one, so only that it is there matters.
struct TomlTime {};
struct TomlMoment {};

struct TomlValue {
  Place at;
  std::variant<std::string, std::int64_t, double, bool, Date, TomlTime, TomlMoment, TomlList, TomlTable> is;
};

struct TomlEntry {
  std::string key;
  Place at;  // of the key
  TomlValue value;
};

// What `value` is, in words: "a string", "a whole number".
const char* type_in_words(const TomlValue& value);

// The entry `key` of `table`, or null. Valid as long as `table`.
const TomlEntry* find_entry(const TomlTable& table, std::string_view key);

}  // namespace anteroom::content
