// What is a letter, for rooms without ICU.
#pragma once

namespace anteroom::language {

// True if `character` is a letter of some script; a vowel sign or an accent is none.
bool is_letter(char32_t character);

}  // namespace anteroom::language
