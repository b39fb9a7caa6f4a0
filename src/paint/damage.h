// What two scenes do not have in common, and the pixels that this touches.
#pragma once

#include <vector>

#include "paint/pixels.h"
#include "scene/scene.h"

namespace anteroom::paint {

// The drawn items of either scene that the other has not, or has in another order: what is left lies in the same order
// in both. Pointers into `before` and `after`.
std::vector<const scene::Item*> differing(const std::vector<scene::Item>& before,
                                          const std::vector<scene::Item>& after);

// A few rectangles around all that was added. They may overlap.
class Damage {
 public:
  // An empty area adds nothing.
  void add(const Area& area);
  const std::vector<Area>& areas() const { return areas_; }

 private:
  std::vector<Area> areas_;
};

}  // namespace anteroom::paint
