// The items in which two scenes differ, and the pixels that this affects.
#pragma once

#include <cstddef>
#include <vector>

#include "paint/pixels.h"
#include "scene/scene.h"

namespace anteroom::paint {

// The drawn items of either scene that the other lacks or has in a different order: the remaining ones are in the same
// order in both. Lists too long to compare give common items, too. Pointers into `before` and `after`.
std::vector<const scene::Item*> differing(const std::vector<scene::Item>& before,
                                          const std::vector<scene::Item>& after);

// An item that is only in the first of two scenes, or only in the second (the other is null); or one of each that cover
// the same pixels with the same colour where they overlap.
struct Change {
  const scene::Item *before = nullptr, *after = nullptr;
};

// `changed`, which is differing(before, after), as changes. Two opaque polygons with sharp edges and of one colour make
// one change if nothing that stays is painted between them.
std::vector<Change> paired(const std::vector<scene::Item>& before, const std::vector<scene::Item>& after,
                           const std::vector<const scene::Item*>& changed);

// A few rectangles that cover everything added. They may overlap.
class Damage {
 public:
  // So many rectangles at most: the parts of a screen that one touch changes are apart from each other, and painting
  // what is between them costs far more than another rectangle.
  static constexpr std::size_t most = 12;

  // An empty area adds nothing.
  void add(const Area& area);
  const std::vector<Area>& areas() const { return areas_; }

 private:
  std::vector<Area> areas_;
};

}  // namespace anteroom::paint
