// The entry of libFuzzer; the environment variable FUZZ_TARGET names the target. Only in the build of script/fuzz.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const char* const name = std::getenv("FUZZ_TARGET");
  static const anteroom::fuzz::Target& target = anteroom::fuzz::target_named(name == nullptr ? "" : name);
  try {
    target.run({reinterpret_cast<const char*>(data), size});
  } catch (const anteroom::fuzz::Broken& broken) {
    std::fprintf(stderr, "broken promise: %s\n", broken.what());
    std::abort();
  }
  return 0;
}
