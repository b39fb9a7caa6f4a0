// Text from files as messages show it: can it be printed, and how wide is it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace anteroom::source {

// The offset of the first character that may stand in no text: NUL and the other C0 and C1 controls but tab and new
// line, and lone directional overrides. Nothing when there is none.
std::optional<std::size_t> first_control(std::string_view utf8);

// `bytes` with everything that would upset a terminal or a JSON writer (invalid bytes, controls but tab) replaced by
// U+FFFD.
std::string printable(std::string_view bytes);

// `text` without the blanks, tabs and new lines at its ends.
std::string_view trimmed(std::string_view text);

// printable(bytes) between backticks, cut after 60 characters: how a message names what stands in a file.
std::string in_ticks(std::string_view bytes);

// `count` in digits, grouped by threes: "89,990".
std::string in_thousands(std::size_t count);

// How many cells of a terminal `code_point` takes: 0, 1 or 2.
int cell_width(char32_t code_point);

// `line` up to its character number `column` (from 1, that one not included) as blanks of the same width; tabs stay
// tabs.
std::string padding_before(std::string_view line, unsigned column);

}  // namespace anteroom::source
