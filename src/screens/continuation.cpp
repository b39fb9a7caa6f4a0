#include "screens/continuation.h"

namespace anteroom::screens {

namespace {

// In sizes of the letters: as high as small letters, in their middle.
constexpr double sign_wide = 0.34, sign_high = 0.44, sign_gap = 0.3, above_baseline = 0.3;

}  // namespace

double sign_room_mm(const text::Style& style) {
  return (sign_gap + sign_wide) * style.size_mm;
}

scene::Polygon continuation(const View& view, const scene::Text& text) {
  const double size = text.layout.style.size_mm, w = sign_wide * size, h = sign_high * size;
  const text::Line& last = text.layout.lines.back();
  const double y = text.box.y + last.baseline_mm - above_baseline * size;
  if (text.layout.right_to_left) {
    const double x = text.box.x + last.x_mm - sign_gap * size;
    return {{x - w, y - h / 2, w, h}, {{x - w, y}, {x, y - h / 2}, {x, y + h / 2}}, {3, view.colors().accent}};
  }
  const double x = text.box.x + last.x_mm + last.width_mm + sign_gap * size;
  return {{x, y - h / 2, w, h}, {{x, y - h / 2}, {x + w, y}, {x, y + h / 2}}, {3, view.colors().accent}};
}

}  // namespace anteroom::screens
