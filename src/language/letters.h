// Letter test for rooms that do not use ICU.
#pragma once

namespace anteroom::language {

// True if `character` is a letter of any script; vowel signs and accents are not.
bool is_letter(char32_t character);

}  // namespace anteroom::language
