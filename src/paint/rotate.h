// Rotation between the upright screen, as scenes are laid out and painted, and a display that is mounted on its side or
// upside down.
#pragma once

#include "paint/pixels.h"
#include "scene/geometry.h"

namespace anteroom::paint {

// A clockwise turn of an upright screen of width x height, in any unit, by 0, 90, 180 or 270 degrees. Pictures and
// touches both use it.
struct Turn {
  int degrees = 0;
  double width = 0, height = 0;

  // Maps an upright point to the display, from the display's own top left corner; and back.
  scene::Point to_glass(scene::Point upright) const;
  scene::Point from_glass(scene::Point glass) const;
};

// `layer` turned clockwise by `degrees`; width and height are swapped at 90 and 270. Requires: 0, 90, 180 or 270.
Layer rotate(const Layer& layer, int degrees);

// Turns only `part` of the upright layer into `turned`, which is resized as needed. Returns the area written there.
// Requires: `part` lies inside the layer; degrees as above.
Area rotate(const Layer& layer, int degrees, const Area& part, Layer& turned);

}  // namespace anteroom::paint
