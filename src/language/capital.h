// A word as it begins a heading or stands on a button.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::language {

// `text` with its first letter as a capital, in scripts that have them: "lunes" as "Lunes".
std::string with_capital(std::string_view text, std::string_view language);

}  // namespace anteroom::language
