#include "screens/continuation.h"

#include <algorithm>

namespace anteroom::screens {

scene::Polygon continuation(const View& view, const scene::Text& text) {
  // In sizes of the letters: as high as small letters, in their middle.
  constexpr double wide = 0.34, high = 0.44, before = 0.3, above_baseline = 0.3;
  constexpr double most_beyond = 0.75;  // of the margin
  const double size = text.layout.style.size_mm, w = wide * size, h = high * size;
  const text::Line& last = text.layout.lines.back();
  const double beyond = most_beyond * measures(view).margin;
  const double y = text.box.y + last.baseline_mm - above_baseline * size;
  if (text.layout.right_to_left) {
    const double x = std::max(text.box.x + last.x_mm - before * size, text.box.x - beyond + w);
    return {{x - w, y - h / 2, w, h}, {{x - w, y}, {x, y - h / 2}, {x, y + h / 2}}, {3, view.colors().accent}};
  }
  const double end = text.box.x + last.x_mm + last.width_mm + before * size;
  const double x = std::min(end, text.box.right() + beyond - w);
  return {{x, y - h / 2, w, h}, {{x, y - h / 2}, {x + w, y}, {x, y + h / 2}}, {3, view.colors().accent}};
}

}  // namespace anteroom::screens
