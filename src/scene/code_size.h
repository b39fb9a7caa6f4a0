// How large QR codes get.
#pragma once

#include <cstddef>

namespace anteroom::scene {

// How many modules are along a side of the code of so many bytes, its quiet zone of four on either side included; 0:
// no code holds them. The code has error correction level M and one byte for each of UTF-8: ISO/IEC 18004, tables 1
// and 7.
int code_modules(std::size_t bytes);

// The least width of a module that a telephone reads from `distance_mm` (standards: Size and legibility).
inline double least_module_mm(double distance_mm) {
  return 0.002 * distance_mm;
}

}  // namespace anteroom::scene
