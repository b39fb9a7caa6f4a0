// UTF-8 as bytes: validity, and the number of characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace anteroom::language {

// The replacement character U+FFFD.
inline constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

// The offset of the first byte that is not valid UTF-8, if any.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// True if all of `bytes` are printable ASCII or newlines, like nearly every line of English in a pack: such text needs
// no check of each character. As fast as memory is read.
bool is_plain_ascii(std::string_view bytes);

// The number of code points in `utf8`; an invalid byte counts as one.
unsigned code_point_count(std::string_view utf8);

}  // namespace anteroom::language
