// What is wrong with a line of a TOML file that should be `key = value`, or the header of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "source/toml_cursor.h"

namespace anteroom::source {

// Why `line` does not begin with `key =`. Offsets are those in `line`. Requires: it does not, and is not empty.
MistakeAt no_key_mistake(std::string_view line);

// The message for a character that is used instead of an ASCII one.
std::string foreign_character_mistake(const ForeignCharacter& foreign);

// A line [name] or [[name]].
struct TableHeader {
  std::string name;
  bool is_one_of_many = false;         // [[name]]
  std::size_t size = 0;                // in bytes, up to its last bracket
  std::optional<std::string> mistake;  // what is wrong with it
};

// The header that `line` begins with. Nothing if its name is in quotes, which is too unusual to be explained.
// Requires: `line` begins with [.
std::optional<TableHeader> table_header(std::string_view line);

}  // namespace anteroom::source
