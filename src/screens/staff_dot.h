// The dot in a corner of the screen that tells staff that something wants them.
#pragma once

#include "screens/view.h"

namespace anteroom::screens {

// Adds the dot, over everything, in the upper corner in which a line ends. Nobody is told what it means: it is not
// spoken, and takes no touch.
void add_staff_dot(scene::Scene& scene, const View& view);

}  // namespace anteroom::screens
