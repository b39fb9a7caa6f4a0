// Values without quotes, as people write them: dates, hours, numbers with a unit, texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anteroom::source {

// What is wrong with `written`, and what to write instead; nothing if it looks like a number, a date, true or false.
// `assigned` comes before the value in the advice: "title = ", or nothing in a list. Requires: `written` has no blanks
// at its ends and is not empty.
std::optional<std::string> unquoted_mistake(std::string_view assigned, std::string_view written);

// What to write instead of `written`, if that is the English name of a month or begins one.
std::optional<std::string> month_mistake(std::string_view written);

// The bytes of the quotation mark, other than " and ', that `text` begins with; 0 if it begins with none.
std::size_t typographic_quote(std::string_view text);

// "“ and ” are not the quotes that this file needs; type \" before and after the text", for a text that begins with a
// typographic quote. `written`: up to its end.
std::string typographic_quotes_mistake(std::string_view written);

}  // namespace anteroom::source
