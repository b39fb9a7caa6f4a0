// TOML text -> values with places. The one user of toml++.
#pragma once

#include <optional>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

// The root table of `file`; nothing when it is not TOML.
// Errors: syntax, once: what follows the first fault cannot be told apart from it.
std::optional<TomlTable> parse_toml(const SourceFile& file, FileFaults& faults);

}  // namespace anteroom::source
