// The bytes of a file -> UTF-8, whatever an editor or a power cut has done to them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace anteroom::source {

struct DecodedText {
  std::string utf8;      // valid, without a byte order mark
  std::string saved_as;  // "UTF-16" or "UTF-32"; empty: UTF-8, as it should be
  // Offsets in `utf8` of the characters U+FFFD that replace unreadable bytes, ascending.
  std::vector<std::size_t> damage;
};

// The text in `bytes`. UTF-16 and UTF-32 are recognised by their byte order mark, UTF-16 also by the zero in every
// other byte of plain Latin letters.
DecodedText decoded(std::string bytes);

}  // namespace anteroom::source
