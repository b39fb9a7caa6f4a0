// What a text must have before it may reach the screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/source_file.h"
#include "source/table_reader.h"

namespace anteroom::content {

// What a message says of `utf8`, which has neither letter nor digit: " is empty" or the like.
const char* no_word(std::string_view utf8);

// The value of the variable `key` of `values`; nothing when it is faulty, so that another may stand for it.
// Errors: too-long, empty-text, control-character, and bad-value for a brace, since a value is shown as it stands.
std::optional<std::string> read_variable(source::TableReader& values, std::string_view key);

// False, and a fault, when `text` has more than `most` characters or more than max_text_lines.
bool is_short_enough(const source::Located& text, std::size_t max, source::FileFaults& faults);

// False, and a fault, when `text` may not come to the screen: it has more than max_text_letters, or damaged letters or
// controls in it. Of a stray character, a warning.
bool is_clean(const source::Located& text, source::FileFaults& faults);

}  // namespace anteroom::content
