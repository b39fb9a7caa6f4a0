// A table of texts at the top of a TOML file, such as [hours], which is written, or becomes a comment, without a change
// of anything else.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace anteroom::source {

// Keys and their values, in the order in which new ones are written.
using Texts = std::vector<std::pair<std::string, std::string>>;

// `bytes`, a whole file in UTF-8, with all of `texts` in the table [table]. If it is not there yet, it takes the place
// of a comment "# [table]" and of the lines "# key = ..." below it, else it is added at the end. Nothing if the file is
// not TOML, or is written in a form that cannot be edited without changing something else. Requires: the keys are bare
// keys, and the values have no controls.
std::optional<std::string> with_texts(const std::string& bytes, const std::string& table, const Texts& texts);

// Likewise with the line [table] and each line of its texts as a comment; all else that the table has stays.
std::optional<std::string> without_texts(const std::string& bytes, const std::string& table);

// `bytes` with the table [table], which is not there yet, at the end and empty; likewise.
std::optional<std::string> with_empty_table(const std::string& bytes, const std::string& table);

}  // namespace anteroom::source
