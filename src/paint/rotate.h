// Turning between the upright screen, as scenes are painted and laid out, and a glass that hangs on its side or upside
// down.
#pragma once

#include "paint/pixels.h"
#include "scene/geometry.h"

namespace anteroom::paint {

// A turn clockwise by 0, 90, 180 or 270 degrees of an upright screen of width x height, in any unit. The one mapping of
// pictures and touches.
struct Turn {
  int degrees = 0;
  double width = 0, height = 0;

  // Where an upright point lies on the glass, from the glass's own top left corner; and back.
  scene::Point to_glass(scene::Point upright) const;
  scene::Point from_glass(scene::Point glass) const;
};

// `layer` turned clockwise by `degrees`; width and height change places at 90 and 270. Requires: 0, 90, 180 or 270.
Layer rotate(const Layer& layer, int degrees);

// Turns only `part` of the upright layer, into its place in `turned`, which is made as large as it must be. Returns
// that place. Requires: `part` lies inside the layer; degrees as above.
Area rotate(const Layer& layer, int degrees, const Area& part, Layer& turned);

}  // namespace anteroom::paint
