// Text from files as messages show it: what can be printed, and how wide it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace anteroom::source {

// Whether `c` is TOML's white space.
inline bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

// The offset of the first character that no text may have: NUL and the other C0 and C1 controls except tab and newline,
// and the directional controls U+202A to U+202E. Nothing if there is none.
std::optional<std::size_t> first_control(std::string_view utf8);

// `bytes` with everything that would upset a terminal or a JSON writer (invalid bytes, controls except tab, U+202A to
// U+202E) replaced by U+FFFD.
std::string printable(std::string_view bytes);

// `text` without the spaces, tabs and newlines at its ends.
std::string_view trimmed(std::string_view text);

// printable(bytes) between backticks, cut after 60 characters: how a message quotes a file.
std::string in_ticks(std::string_view bytes);

// `count` in digits, grouped by threes: "89,990".
std::string in_thousands(std::size_t count);

// How many cells of a terminal `code_point` takes: 0, 1 or 2.
int cell_width(char32_t code_point);

// Spaces as wide as the part of `line` before character number `column` (from 1); tabs stay tabs.
std::string padding_before(std::string_view line, unsigned column);

}  // namespace anteroom::source
