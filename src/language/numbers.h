// Numbers the way a language writes them (ICU).
#pragma once

#include <string>
#include <string_view>

namespace anteroom::language {

// `number` in the digits of `language` (BCP 47): "12" (en), "١٢" (ar).
std::string number(long number, std::string_view language);

// `percent` as the language writes it: "150%" (en), "150 %" (fr), "١٥٠٪" (ar).
std::string percent(int percent, std::string_view language);

}  // namespace anteroom::language
