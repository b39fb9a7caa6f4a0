// UTF-8 as it stands in files: is it valid, how many characters, can it be printed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace anteroom::content {

// What stands where a letter is lost: U+FFFD.
inline constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

// The offset of the first byte that is not valid UTF-8; nothing when all of `bytes` is.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// True if all of `bytes` are printable ASCII or new lines, as nearly every line of a pack's English is: such text has
// no fault that a look at each character could find. As fast as memory is read.
bool is_plain_ascii(std::string_view bytes);

// The number of characters (code points) in `utf8`; an invalid byte counts as one.
unsigned character_count(std::string_view utf8);

// The number of lines in `utf8`, as a layout has them: each ends at a '\n', at U+2028 or U+2029, or with the text.
std::size_t line_count(std::string_view utf8);

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
std::string blanks_before(std::string_view line, unsigned column);

}  // namespace anteroom::content
