// The invitation to touch on a card's front.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How high the invitation of `card` is in a column of `width_mm`, with the air around it.
double cue_height(const View& view, const Card& card, double width_mm);

// A filled pill with an icon and what a touch brings ("Fold the sheet"), from the start of `area`, which is as high as
// cue_height says.
std::vector<scene::Item> cue_in(const View& view, const Card& card, const scene::Rect& area);

// The same at the end of `area`, the part of the band with the number to call that nothing else has. Nothing if it has
// no room there.
std::vector<scene::Item> cue_on_band(const View& view, const Card& card, const scene::Rect& area);

}  // namespace anteroom::screens
