// A card's picture while its parts move.
#pragma once

#include <vector>

#include "model/card.h"
#include "scene/scene.h"
#include "screens/view.h"

namespace anteroom::screens {

// If the picture of `card`, which is the last of `items`, moves now (View::motion) and is shown as a whole: adds its
// parts, each in its place and nothing of them outside of `field`, and only makes the picture itself ready for when
// they rest.
void move_parts(const View& view, const Card& card, const scene::Rect& field, std::vector<scene::Item>& items);

}  // namespace anteroom::screens
