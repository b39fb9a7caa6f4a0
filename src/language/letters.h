// Letters of any script, for rooms that do not use ICU.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::language {

// True if `character` is a letter of any script; vowel signs and accents are not.
bool is_letter(char32_t character);

// `utf8` in the letters A to Z: "Zähne" as "Zahne", "Зубы" as "Zuby". What has no such letters stays.
std::string in_ascii(std::string_view utf8);

}  // namespace anteroom::language
