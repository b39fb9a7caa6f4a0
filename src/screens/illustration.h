// A card's picture, as each screen shows it.
#pragma once

#include <vector>

#include "model/card.h"
#include "scene/scene.h"
#include "screens/view.h"

namespace anteroom::screens {

// True if the card's picture is shown with left and right swapped: it tells one thing after the other, and the reader's
// language runs from right to left.
bool is_mirrored(const View& view, const Card& card);

// The picture of `card` as large as fits into `box`, named in the language of `text`.
scene::Picture illustration(const View& view, const Card& card, const CardText& text, const scene::Rect& box);

// Mirrors the pictures in `items`, which belong to an exhibit of `card`, likewise.
void mirror_pictures(const View& view, const Card& card, std::vector<scene::Item>& items);

}  // namespace anteroom::screens
