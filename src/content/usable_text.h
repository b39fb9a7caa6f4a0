// What a text must have before it may reach the screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/source_file.h"
#include "content/table_reader.h"

namespace anteroom::content {

// What a message says of `utf8`, which has neither letter nor digit: " is empty" or the like.
const char* no_word(std::string_view utf8);

// The value of the variable `key` of `values`; nothing when it is faulty, so that another may stand for it.
// Errors: too-long, empty-text, control-character, and bad-value for a brace, since a value is shown as it stands.
std::optional<std::string> read_variable(TableReader& values, std::string_view key);

}  // namespace anteroom::content
