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

// The picture of `card` as large as fits into `box`, named in the language of `text`. In high contrast it stands on a
// plate of paper, since its lines are drawn for a light ground (docs/standards.md, Colour).
std::vector<scene::Item> illustration(const View& view, const Card& card, const CardText& text, const scene::Rect& box);

// Changes the pictures in `items`, which belong to an exhibit of `card`, likewise.
void illustrate(const View& view, const Card& card, std::vector<scene::Item>& items);

}  // namespace anteroom::screens
