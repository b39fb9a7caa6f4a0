// Changes to a TOML file that leave everything else as its author wrote it: comments, order, line endings, byte order
// mark.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "source/toml_value.h"

namespace anteroom::source {

// `bytes`, a whole file in UTF-8, with the string `value` at `path`; a key that is not there yet is added to its table,
// which must be there. Nothing if the file is not TOML, the value there is not a string, the table is missing or is
// written in a form that cannot be edited without changing something else.
// Requires: the last key is a bare key, and `value` has no controls.
std::optional<std::string> with_string(const std::string& bytes, const KeyPath& path, const std::string& value);

// Likewise with the whole number `value`, be it instead of a fraction.
std::optional<std::string> with_integer(const std::string& bytes, const KeyPath& path, std::int64_t value);

// Likewise with `value` added at the end of the list of strings at `path`.
std::optional<std::string> with_element(const std::string& bytes, const KeyPath& path, const std::string& value);

// Likewise with the list of strings at `path` replaced by `values`, on one line.
std::optional<std::string> with_list(const std::string& bytes, const KeyPath& path,
                                     const std::vector<std::string>& values);

// `bytes` with the line [a.b] of the table at `path`, which has no keys, as a comment. Nothing if it has keys, is not
// written so, or is not there.
std::optional<std::string> without_empty_table(const std::string& bytes, const KeyPath& path);

// `bytes` with `lines`, comments that end in '\n', below the line in which the value at `path` ends; with an empty path
// at the end of the file. Nothing if the file is not TOML or has no such value.
std::optional<std::string> with_comment_below(const std::string& bytes, const KeyPath& path, const std::string& lines);

}  // namespace anteroom::source
