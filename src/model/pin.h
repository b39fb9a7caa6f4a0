// The staff's PIN: what may be one, and how the settings keep it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace anteroom {

inline constexpr std::size_t least_pin_digits = 4;
inline constexpr std::size_t most_pin_digits = 8;

// Why `pin` may not be set, as the second half of a sentence that begins with "the PIN"; empty: it may. Refused are
// those that somebody who watches, or guesses, tries first: one digit repeated, digits in sequence, years.
std::string why_no_pin(std::string_view pin);

// True if `text` is an Argon2id hash as libsodium writes it, whose check takes no more memory and passes than ours.
bool is_pin_hash(std::string_view text);

}  // namespace anteroom
