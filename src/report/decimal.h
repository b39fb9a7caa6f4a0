// Figures of a report as text.
#pragma once

#include <string>

namespace anteroom::report {

// `value` rounded to `digits` decimal places: "12.5".
std::string decimal(double value, int digits = 0);

// "476 x 268 mm".
std::string size_in_mm(double width_mm, double height_mm, int digits = 0);

}  // namespace anteroom::report
