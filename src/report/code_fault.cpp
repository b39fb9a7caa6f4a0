#include "report/code_fault.h"

#include <algorithm>

#include "paint/qr_code.h"
#include "screens/code_size.h"

namespace anteroom::report {

namespace {

// Of one pixel they run together in a telephone's picture of the screen's own grid.
constexpr int min_pixels = 2;  // a module's width
constexpr int quiet_zone = 4;  // modules on every side: ISO/IEC 18004

// How many pixels wide each module of the code of `link` is, as it is painted, where the code is `pixels` wide.
int module_pixels(const std::string& link, double pixels) {
  return static_cast<int>(pixels) / (paint::qr_code(link).size + 2 * quiet_zone);
}

// The most letters of a link whose code can be read there.
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
