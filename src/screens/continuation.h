// The sign that a text goes on.
#pragma once

#include "scene/scene.h"
#include "screens/view.h"

namespace anteroom::screens {

// The width of the sign behind a text in `style`, with the space before it.
double sign_room_mm(const text::Style& style);

// A triangle behind the last word of `text`, which goes on on the next screen. It points there. Requires: `text` has a
// line, with sign_room_mm behind it.
scene::Polygon continuation(const View& view, const scene::Text& text);

}  // namespace anteroom::screens
