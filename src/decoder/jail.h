// The jail that anteroom-decode enters before it reads a byte of a picture.
#pragma once

#include <cstdint>
#include <string>

namespace anteroom::decoder {

// What the process may use from then on.
struct JailLimits {
  std::uint64_t memory_bytes = 0;  // address space; 0: no limit, for builds under the address sanitizer
  std::uint64_t cpu_s = 0;         // processor time; the kernel ends the process when it is used up
  std::uint64_t file_bytes = 0;    // maximum size of the file on standard output
};

// Landlock keeps the process from the file system, seccomp from the system's calls. Each alone is only for showing that
// both work: `anteroom selftest`.
enum class JailLayers { both, landlock, seccomp };

// Gives up everything but standard input, output and error, memory and processor time, within `limits`: no file can be
// opened, no socket made, no process or program started, none traced. It cannot be left again.
// Returns why the jail could not be entered, in words; empty: entered. After a failure no picture may be read.
// Requires: called once, before any thread is started.
std::string enter_jail(const JailLimits& limits, JailLayers layers = JailLayers::both);

}  // namespace anteroom::decoder
