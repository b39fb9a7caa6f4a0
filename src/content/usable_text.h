// What a text needs before it may reach the screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/source_file.h"
#include "source/table_reader.h"

namespace anteroom::content {

// What a message says about `utf8`, which has neither letter nor digit: " is empty" or " has no letter and no digit".
const char* no_word(std::string_view utf8);

// The value of the variable `key` in `values`; nothing if it is faulty, so that another may be used instead.
// Errors: too-long, empty-text, control-character, and bad-value for a brace, since a value is shown as it is.
std::optional<std::string> read_variable(source::TableReader& values, std::string_view key);

// False, and a fault, if `text` has more than `max` characters or more than max_text_lines.
bool is_short_enough(const source::Located& text, std::size_t max, source::FileFaults& faults);

// Reports what keeps `text` off the screen, and returns false: more characters than max_text_letters, damaged ones or
// controls. A stray character is only a warning.
bool check_text(const source::Located& text, source::FileFaults& faults);

// The same for a text that is_short_enough.
bool has_clean_characters(const source::Located& text, source::FileFaults& faults);

}  // namespace anteroom::content
