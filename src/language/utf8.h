// UTF-8 as bytes: is it valid, and how many characters it holds.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace anteroom::language {

// What stands where a letter is lost: U+FFFD.
inline constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

// The offset of the first byte that is not valid UTF-8; nothing when all of `bytes` is.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// True if all of `bytes` are printable ASCII or new lines, as nearly every line of a pack's English is: such text has
// no fault that a look at each character could find. As fast as memory is read.
bool is_plain_ascii(std::string_view bytes);

// The number of code points in `utf8`; an invalid byte counts as one.
unsigned code_point_count(std::string_view utf8);

}  // namespace anteroom::language
