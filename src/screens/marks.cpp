#include "screens/marks.h"

#include "scene/hit_test.h"
#include "scene/palette.h"

namespace anteroom::screens {

namespace {

const scene::palette::Colors& colors_of(const Session& session) {
  return session.high_contrast ? scene::palette::high_contrast : scene::palette::standard;
}

// A ring inside the box of the target `id`.
void add_ring(scene::Scene& scene, const std::string& id, double thickness_mm, scene::Color color,
              scene::Color inside) {
  const scene::Target* target = scene::target_named(scene, id);
  if (target == nullptr) return;
  const scene::Rect box = target->ground ? target->box.inset(2) : target->box;
  scene.items.emplace_back(scene::Fill{box, inside, 4, thickness_mm, color});
}

}  // namespace

scene::Scene with_marks(scene::Scene scene, const Session& session) {
  const scene::palette::Colors& colors = colors_of(session);
  constexpr double pressed_mm = 1.2;
  constexpr double focus_mm = 2;  // standards: focus ring at least 1 mm
  if (!session.pressed.empty()) {
    scene::Color veil = colors.ink;
    veil.a = 28;
    add_ring(scene, session.pressed, pressed_mm, colors.accent, veil);
  }
  if (!session.focus.empty()) {
    const std::vector<const scene::Target*> order = scene::focus_order(scene);
    const bool gone = scene::target_named(scene, session.focus) == nullptr;
    const std::string ringed = gone && !order.empty() ? order.front()->id : session.focus;
    add_ring(scene, ringed, focus_mm, colors.ring, {0, 0, 0, 0});
  }
  return scene;
}

}  // namespace anteroom::screens
