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

// The colour that `card` names, as a field over `area` to go behind its picture; nothing if it names none, has no
// picture, or in high contrast, where the screen stays black and the painter puts a plate behind dark pictures.
std::vector<scene::Item> picture_ground(const View& view, const Card& card, const scene::Rect& area);

// Where a picture goes on `ground`: almost to its edges, but in portrait up to those of the screen.
scene::Rect picture_on(const View& view, const scene::Rect& ground);

// Mirrors the pictures in `items`, which belong to an exhibit of `card`, likewise.
void mirror_pictures(const View& view, const Card& card, std::vector<scene::Item>& items);

}  // namespace anteroom::screens
