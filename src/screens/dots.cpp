#include "screens/dots.h"

namespace anteroom::screens {

// Dots are for the eye that takes in the whole; the words beside them carry the number.
std::vector<scene::Item> dots(const View& view, Position position, double x, double middle) {
  const double size = type_scale(view).label.size_mm * 0.42;
  const std::size_t shown = view.place_in_row(position.index, position.count);
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < position.count; ++i) {
    // The shown card differs in shape as well as in colour.
    const bool current = i == shown;
    const double width = current ? size * 2.4 : size;
    items.emplace_back(scene::Fill{
        {x, middle - size / 2, width, size}, current ? view.colors().accent : view.colors().quiet, size / 2, 0, {}});
    x += width + size;
  }
  return items;
}

double dots_width(const View& view, std::size_t count) {
  const double size = type_scale(view).label.size_mm * 0.42;
  return count == 0 ? 0 : static_cast<double>(2 * count - 1) * size + 1.4 * size;
}

}  // namespace anteroom::screens
