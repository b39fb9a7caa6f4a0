#include "content/usable_text.h"

#include "content/limits.h"
#include "content/printable.h"
#include "language/words.h"

namespace anteroom::content {

const char* no_word(std::string_view utf8) {
  return utf8.find_first_not_of(" \t\n") == std::string_view::npos ? " is empty" : " has no letter and no digit";
}

std::optional<std::string> read_variable(TableReader& values, std::string_view key) {
  const auto value = values.string(key);
  if (!value || !is_short_enough(*value, most_value_letters, values.faults()) || !is_clean(*value, values.faults())) {
    return std::nullopt;
  }
  if (!language::has_word(value->text)) {
    values.faults().add(rule::empty_text, value->at, in_ticks(key) + no_word(value->text));
    return std::nullopt;
  }
  if (const std::size_t brace = value->text.find_first_of("{}"); brace != std::string_view::npos) {
    values.faults().add(rule::bad_value, values.faults().find(value->at, value->text.substr(brace, 1)),
                        in_ticks(key) + " holds a brace; a value is shown as it stands, and no name in it is replaced");
    return std::nullopt;
  }
  return std::string(value->text);
}

}  // namespace anteroom::content
