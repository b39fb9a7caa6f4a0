// Shows that the jail holds on this machine's kernel, for `anteroom selftest`.
#pragma once

#include <functional>
#include <string>

#include "decoder/jail.h"

namespace anteroom::decoder {

// What anteroom-decode's first argument is for that; the second is "both", "landlock" or "seccomp", the third a folder
// that this user may write.
inline constexpr const char* prove_word = "prove";

using EnterJail = std::function<std::string(const JailLimits&, JailLayers)>;

// Enters the jail with `layers` alone and says so on standard output: "jailed", or "no jail: " and why. Once there is a
// byte on standard input it tries what the jail is to refuse, and says what became of each attempt, a line each: "open
// a file: refused", "allowed" or "failed otherwise". Ends with "done". Returns the exit status.
int prove(const std::string& layers, const std::string& folder, const EnterJail& enter);

}  // namespace anteroom::decoder
