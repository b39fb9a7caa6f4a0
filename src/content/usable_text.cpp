#include "content/usable_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "content/utf8.h"

namespace anteroom::content {

bool has_word(std::string_view utf8) {
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(utf8.data(), at, size, character);
    if (character >= 0 && u_isalnum(character) != 0) return true;
  }
  return false;
}

std::optional<std::string> read_variable(TableReader& values, std::string_view key) {
  const auto value = values.string(key);
  if (!value || !is_clean(*value, values.faults())) return std::nullopt;
  if (!has_word(value->text)) {
    values.faults().add(rule::empty_text, value->at, in_ticks(key) + " is empty");
    return std::nullopt;
  }
  return std::string(value->text);
}

}  // namespace anteroom::content
