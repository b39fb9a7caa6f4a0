#include "report/code_fault.h"

#include <algorithm>

#include "paint/qr_code.h"
#include "screens/code_size.h"

namespace anteroom::report {

namespace {

// Modules one pixel wide blur into the screen's pixel grid in a telephone's picture.
constexpr int min_pixels = 2;  // a module's width
constexpr int quiet_zone = 4;  // modules on every side: ISO/IEC 18004

// The width of a module of the code of `link` as painted, in pixels, if the code is `pixels` wide.
int module_pixels(const std::string& link, double pixels) {
  return static_cast<int>(pixels) / (paint::qr_code(link).size + 2 * quiet_zone);
}

// The maximum length of a link, up to `tried`, whose code can be read at a width of `pixels`.
std::size_t max_letters(std::size_t tried, double pixels) {
  std::size_t fits = 0;
  while (tried > fits) {
    const std::size_t middle = (fits + tried + 1) / 2;
    if (module_pixels(std::string(middle, 'a'), pixels) >= min_pixels) {
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
  const double pixels = screens::code_size_mm(settings) * pixels_a_mm;
  if (module_pixels(link, pixels) >= min_pixels) return {};
  const std::size_t max = max_letters(link.size(), pixels);
  const std::string begin = "its " + std::to_string(link.size()) +
                            " letters make a QR code too fine for this screen's pixels and viewing distance; ";
  constexpr std::size_t shortest = 12;  // "https://a.bc"
  return begin + (max < shortest ? "it can show no code" : "it can show at most " + std::to_string(max) + " letters");
}

}  // namespace anteroom::report
