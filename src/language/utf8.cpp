#include "language/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace anteroom::language {

namespace {

// The character at `offset`, negative when invalid; moves `offset` past it.
UChar32 next_code_point(std::string_view bytes, std::size_t& offset) {
  UChar32 code_point = 0;
  U8_NEXT(bytes.data(), offset, bytes.size(), code_point);
  return code_point;
}

}  // namespace

bool is_plain_ascii(std::string_view bytes) {
  unsigned others = 0;  // no early exit: without one the loop is vectorised
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    others |= static_cast<unsigned>(static_cast<unsigned char>(value - 0x20) > 0x5E && value != '\n');
  }
  return others == 0;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  constexpr std::uint64_t beyond_ascii = 0x8080'8080'8080'8080;
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    std::uint64_t eight = beyond_ascii;
    if (offset + sizeof eight <= bytes.size()) std::memcpy(&eight, bytes.data() + offset, sizeof eight);
    if ((eight & beyond_ascii) == 0) {
      offset += sizeof eight;
      continue;
    }
    if (static_cast<unsigned char>(bytes[offset]) < 0x80) {
      ++offset;
      continue;
    }
    const std::size_t begin = offset;
    if (next_code_point(bytes, offset) < 0) return begin;
  }
  return std::nullopt;
}

unsigned code_point_count(std::string_view utf8) {
  unsigned count = 0;
  for (std::size_t offset = 0; offset < utf8.size(); ++count) next_code_point(utf8, offset);
  return count;
}

}  // namespace anteroom::language
