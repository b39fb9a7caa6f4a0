// The number to call on an urgent card: on its front and on all its pages.
#pragma once

#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How high the band is: the number is then larger than any title, on kiosk and wall, at every text size.
double call_band_height(const View& view);

// A band of coral that fills `band`, with a telephone and `number` on it, as large as fit between the margins. In high
// contrast it has the colour of what is switched on. The number has one line; where it is too long for a size above
// that of titles, it is set in that size.
std::vector<scene::Item> call_band(const View& view, const std::string& number, const scene::Rect& band);

// The band of a page of `card`, taken off the foot of `side`, where the card's picture is; nothing if the card is not
// urgent, or names no number.
std::vector<scene::Item> take_call_band(const View& view, const Card& card, const CardText& text, scene::Column& side);

}  // namespace anteroom::screens
