// The invitation to touch on a card's front.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How high the invitation of `card` is in a column of `width_mm`, with the air around it.
double cue_height(const View& view, const Card& card, double width_mm);

// How a pill looks: as wide as its area, so that it is the same on all cards; under a finger; on the colour of a band
// with a number to call, where it is an outline.
struct Pill {
  bool fills = false, pressed = false, on_band = false;
};

// A filled pill with what a touch brings ("Fold the sheet"), its icon and an arrow, from the start of `area`, which is
// as high as cue_height says.
std::vector<scene::Item> cue_in(const View& view, const Card& card, const scene::Rect& area, Pill pill);

// The same at the end of `area`, the part of the band with the number to call that nothing else has. Nothing if it has
// no room there.
std::vector<scene::Item> cue_on_band(const View& view, const Card& card, const scene::Rect& area, bool pressed);

}  // namespace anteroom::screens
