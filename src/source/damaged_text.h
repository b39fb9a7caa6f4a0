// Characters that were lost or changed on their way into a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace anteroom::source {

// A part of a text that is not what its author wrote.
struct Damage {
  std::size_t offset = 0, size = 0;  // in bytes
  std::string message;               // what it is, what it probably was, and what to do
};

// The first damage in `utf8`; its message says how many more there are. Damage is U+FFFD, UTF-8 that was read as
// another encoding ("Ã©"), and characters that cannot be part of a text (private use, U+FFFC, U+FFFE).
std::optional<Damage> first_damage(std::string_view utf8);

// The first character of `utf8` that is of no use but harms no word: a combining mark without a letter, which is drawn
// on a dotted circle, or a byte order mark inside the text.
std::optional<Damage> first_stray(std::string_view utf8);

}  // namespace anteroom::source
