// Whether pictures are decoded in a jail that this machine's kernel really enforces.
#pragma once

#include <filesystem>

#include "selftest/outcome.h"

namespace anteroom::selftest {

// Has `decoder`, the program that reads pictures, enter its jail and try what the jail is to refuse: with Landlock
// alone, with seccomp alone and with both, while the kernel is asked for the process's state. Then draws a picture in
// it.
Outcome check_jail(const std::filesystem::path& decoder);

}  // namespace anteroom::selftest
