// TOML text of which some lines may be faulty -> the values of the others.
#pragma once

#include <optional>

#include "content/source_file.h"
#include "content/toml_value.h"

namespace anteroom::content {

// The root table of `file` without what is not TOML in it: a line, a list that is not closed, or all of a section whose
// [name] is faulty. Nothing when more than 20 of them are.
// Errors: syntax, for each of them; only the first when there are too many.
std::optional<TomlTable> parse_sound_lines(const SourceFile& file, FileFaults& faults);

}  // namespace anteroom::content
