// TOML text -> values with positions. The only user of toml++.
#pragma once

#include <optional>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

// The root table of `file`; nothing if it is not TOML.
// Errors: syntax, once: further faults cannot be distinguished from consequences of the first.
std::optional<TomlTable> parse_toml(const SourceFile& file, FileFaults& faults);

struct ParsedToml {
  std::optional<TomlTable> table;  // nothing if the file is not TOML
  unsigned stopped_at = 0;         // without a table: the line (from 1) up to which the file can be read
};

// The same for a reader that goes on with what is left: the fault may be reported further up than where it shows.
ParsedToml parse_toml_until_fault(const SourceFile& file, FileFaults& faults);

}  // namespace anteroom::source
