#include "decode/plain_words.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace anteroom::decode {
namespace {

constexpr std::size_t max_bytes = 300;

struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;
};

// The character that `text` begins with; nothing: it is not UTF-8.
std::optional<Character> first_of(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
  if (byte(0) < 0x80) return Character{byte(0), 1};
  const std::size_t bytes = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  if (byte(0) < 0xC2 || byte(0) > 0xF4 || text.size() < bytes) return {};
  char32_t code = byte(0) & (0x7FU >> bytes);
  for (std::size_t at = 1; at < bytes; ++at) {
    if ((byte(at) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(at) & 0x3FU);
  }
  constexpr char32_t min[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < min[bytes] || is_surrogate || code > 0x10FFFF) return {};
  return Character{code, bytes};
}

bool is_printable(char32_t code) {
  const bool is_control = code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
  const bool turns = code == 0x200E || code == 0x200F || code == 0x61C || (code >= 0x202A && code <= 0x202E) ||
                     (code >= 0x2066 && code <= 0x2069);
  return !is_control && !turns;
}

}  // namespace

std::string plain_words(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const std::optional<Character> first = first_of(text);
    const std::size_t bytes = first ? first->bytes : 1;
    if (words.size() + bytes > max_bytes) return words + "…";
    if (first && is_printable(first->code)) {
      words += text.substr(0, bytes);
    } else {
      words += '?';
    }
    text.remove_prefix(bytes);
  }
  return words;
}

}  // namespace anteroom::decode
