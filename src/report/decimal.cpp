#include "report/decimal.h"

#include <array>
#include <cstdio>

namespace anteroom::report {

std::string decimal(double value, int digits) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return text.data();
}

std::string size_in_mm(double width_mm, double height_mm, int digits) {
  return decimal(width_mm, digits) + " x " + decimal(height_mm, digits) + " mm";
}

}  // namespace anteroom::report
