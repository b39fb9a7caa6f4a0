#include "screens/staff_dot.h"

namespace anteroom::screens {

void add_staff_dot(scene::Scene& scene, const View& view) {
  constexpr double dot_mm = 4, rim_mm = 0.8, from_edge_mm = 4;
  // Each place is beside the others, and another line down than the next, so that no edge stays.
  const double along = from_edge_mm + static_cast<double>(view.drift) * (dot_mm + 1);
  const double down = from_edge_mm - view.drift_mm().y;
  const bool mirrored = view.reading() == scene::Direction::right_to_left;
  const double x = mirrored ? along : view.content.settings.screen.width_mm - along - dot_mm;
  // The rim keeps it apart from whatever is below it, be it as dark as the dot.
  scene.items.emplace_back(scene::Fill{.box = {x, down, dot_mm, dot_mm},
                                       .color = view.colors().accent,
                                       .radius_mm = dot_mm / 2,
                                       .edge_mm = rim_mm,
                                       .edge = view.colors().ground});
}

}  // namespace anteroom::screens
