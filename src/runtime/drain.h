// Empties what a thread was woken by.
#pragma once

#include <unistd.h>

#include <array>

namespace anteroom::runtime {

// Reads and drops everything that waits in `descriptor`, which must not block; nothing if it is below 0.
inline void drain(int descriptor) {
  std::array<char, 4096> ignored;
  while (descriptor >= 0 && ::read(descriptor, ignored.data(), ignored.size()) > 0) {
  }
}

}  // namespace anteroom::runtime
