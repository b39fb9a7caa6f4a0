#include "selftest/outcome.h"

#include <array>
#include <cstdio>

namespace anteroom::selftest {

std::string with_commas(long count) {
  std::string digits = std::to_string(count);
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string in_megabytes(double megabytes) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.2f MB", megabytes);
  return text.data();
}

}  // namespace anteroom::selftest
