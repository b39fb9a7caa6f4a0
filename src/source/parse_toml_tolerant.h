// TOML text with some faulty lines -> the values of the others.
#pragma once

#include <optional>
#include <vector>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

struct TolerantToml {
  std::optional<TomlTable> table;  // nothing if more than 20 parts of the file are not TOML
  std::vector<unsigned> lost;      // the lines (from 1) that were left out or mended, ascending
};

// The root table of `file` without what is not UTF-8 or not TOML: a line, an unclosed list, or all of a section whose
// [name] is faulty. A comma that is missing between the lines of a list is added. Of a line whose comment alone is not
// UTF-8, everything else is kept. Errors: invalid-utf8 for each line that is not, and once for all comments; syntax for
// each part that is not TOML, but only for the first if there are too many.
TolerantToml parse_toml_tolerant(const SourceFile& file, FileFaults& faults);

}  // namespace anteroom::source
