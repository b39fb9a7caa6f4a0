// The sign that a text goes on.
#pragma once

#include "scene/scene.h"
#include "screens/view.h"

namespace anteroom::screens {

// A triangle behind the last word of `text`, which goes on on the next screen. It points there, and is at most in the
// margin beside the text. Requires: `text` has a line.
scene::Polygon continuation(const View& view, const scene::Text& text);

}  // namespace anteroom::screens
