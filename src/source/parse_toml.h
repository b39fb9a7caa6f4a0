// TOML text -> values with positions. The only user of toml++.
#pragma once

#include <optional>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

// The root table of `file`; nothing if it is not TOML.
// Errors: syntax, once: further faults cannot be distinguished from consequences of the first.
std::optional<TomlTable> parse_toml(const SourceFile& file, FileFaults& faults);

}  // namespace anteroom::source
