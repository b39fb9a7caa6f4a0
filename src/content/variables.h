// {name} in a text -> the value, and doubled braces -> single ones.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "source/source_file.h"
#include "source/table_reader.h"

namespace anteroom::content {

// `text` with each {name} replaced by U+2068 value U+2069, {{ by { and }} by }; nothing if it is faulty.
// Errors: unknown-variable and unbalanced-brace, at the brace.
std::optional<std::string> expand_variables(const source::Located& text,
                                            const std::map<std::string, std::string>& values,
                                            source::FileFaults& faults);

}  // namespace anteroom::content
