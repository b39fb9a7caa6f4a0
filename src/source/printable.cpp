#include "source/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "language/utf8.h"

namespace anteroom::source {

namespace {

constexpr std::size_t longest_quote = 60;

// The character at `offset`, negative when invalid; moves `offset` past it.
UChar32 next(std::string_view bytes, std::size_t& offset) {
  UChar32 code_point = 0;
  U8_NEXT(bytes.data(), offset, bytes.size(), code_point);
  return code_point;
}

bool is_control(UChar32 code_point) {
  return (code_point < 0x20 && code_point != '\t' && code_point != '\n') || (code_point >= 0x7F && code_point < 0xA0);
}

// U+202A to U+202E reorder everything after them, past the end of a text that does not close them.
bool is_override(UChar32 code_point) {
  return code_point >= 0x202A && code_point <= 0x202E;
}

}  // namespace

std::optional<std::size_t> first_control(std::string_view utf8) {
  std::size_t offset = 0;
  while (offset < utf8.size()) {
    const std::size_t begin = offset;
    if (utf8[offset] >= ' ' && utf8[offset] < 0x7F) {
      ++offset;
      continue;
    }
    const UChar32 code_point = next(utf8, offset);
    if (is_control(code_point) || is_override(code_point)) return begin;
  }
  return std::nullopt;
}

std::string printable(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    const std::size_t begin = offset;
    const UChar32 code_point = next(bytes, offset);
    if (code_point < 0 || code_point == '\n' || is_control(code_point) || is_override(code_point)) {
      result += language::replacement_utf8;
    } else {
      result += bytes.substr(begin, offset - begin);
    }
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  constexpr const char* blanks = " \t\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string in_ticks(std::string_view bytes) {
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < bytes.size() && count < longest_quote; ++count) next(bytes, offset);
  return "`" + printable(bytes.substr(0, offset)) + (offset < bytes.size() ? "…`" : "`");
}

std::string in_thousands(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

int cell_width(char32_t code_point) {
  const auto character = static_cast<UChar32>(code_point);
  const int category = u_charType(character);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string padding_before(std::string_view line, unsigned column) {
  std::string blanks;
  std::size_t offset = 0;
  for (unsigned count = 1; count < column; ++count) {
    if (offset >= line.size()) {
      blanks += ' ';
      continue;
    }
    const UChar32 code_point = next(line, offset);
    if (code_point == '\t') {
      blanks += '\t';
    } else {
      blanks.append(static_cast<std::size_t>(cell_width(static_cast<char32_t>(code_point < 0 ? 0xFFFD : code_point))),
                    ' ');
    }
  }
  return blanks;
}

}  // namespace anteroom::source
