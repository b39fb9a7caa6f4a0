#include "report/code_fault.h"

#include <algorithm>

#include "paint/qr_code.h"
#include "screens/code_size.h"

namespace anteroom::report {

namespace {

// Modules one pixel wide blur into the screen's pixel grid in a telephone's picture.
constexpr int min_pixels = 2;  // a module's width

// Whether the code of `link` can be read if it is painted `pixels` wide.
bool is_readable(const std::string& link, int pixels) {
  return paint::module_pixels(paint::qr_code(link), pixels) >= min_pixels;
}

// The maximum length of a link, up to `tried`, whose code can be read at a width of `pixels`.
std::size_t max_letters(std::size_t tried, int pixels) {
  std::size_t fits = 0;
  while (tried > fits) {
    const std::size_t middle = (fits + tried + 1) / 2;
    if (is_readable(std::string(middle, 'a'), pixels)) {
      fits = middle;
    } else {
      tried = middle - 1;
    }
  }
  return fits;
}

}  // namespace

std::string code_fault(const std::string& link, const Settings& settings) {
  const Screen& screen = settings.screen;
  const double pixels_a_mm = std::min(screen.width_px / screen.width_mm, screen.height_px / screen.height_mm);
  const auto pixels = static_cast<int>(screens::code_size_mm(settings) * pixels_a_mm);
  if (is_readable(link, pixels)) return {};
  const std::size_t max = max_letters(link.size(), pixels);
  const std::string begin = "its " + std::to_string(link.size()) +
                            " letters make a QR code too fine for this screen's pixels and viewing distance; ";
  constexpr std::size_t shortest = 12;  // "https://a.bc"
  return begin + (max < shortest ? "it can show no code" : "it can show at most " + std::to_string(max) + " letters");
}

}  // namespace anteroom::report
