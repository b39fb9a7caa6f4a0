// Turning a painted layer for a screen that hangs on its side or upside down.
#pragma once

#include "paint/pixels.h"

namespace anteroom::paint {

// `layer` turned clockwise by `degrees`; width and height change places at 90 and 270. Requires: 0, 90, 180 or 270.
Layer rotate(const Layer& layer, int degrees);

}  // namespace anteroom::paint
