// A PIN to its hash and back to yes or no, by libsodium's Argon2id.
#pragma once

#include <string>

namespace anteroom::staff {

// The hash of `pin`, with a salt of its own, as `pin_hash` in the settings keeps it. Takes 64 MiB and about 0.1 s.
// Errors: throws std::runtime_error if there is no such memory.
std::string hash_of(const std::string& pin);

// True if `hash` is that of `pin`. Takes as much: not for the thread that draws. False if there is no such memory.
bool is_right_pin(const std::string& hash, const std::string& pin);

}  // namespace anteroom::staff
