// The number to call on an urgent card: on its front and on all its pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How high the band is: the number is then larger than any title, on kiosk and wall, at every text size. Below a
// notice, at least as high as a line of titles.
double call_band_height(const View& view);

// How high the digits are at most, if not as is usual for a band of that height.
struct CallStyle {
  std::optional<double> digits_mm = {};
  bool is_bare = false;  // it is on a panel already
};

// What an urgent card's number stands on, and the words beside it.
scene::Color call_ground();
scene::Color call_ink();

// A band of coral that fills `band`, with a telephone and `number` on it behind it, as large as fit between the
// margins. In high contrast it has an edge. The number has
// one line; where it is too long for a size above that of titles, it is set in that size.
std::vector<scene::Item> call_band(const View& view, const std::string& number, const scene::Rect& band,
                                   const CallStyle& call = {});

// The band of a page of `card`, taken off the foot of `side`, where the card's picture is; nothing if the card is not
// urgent, or names no number.
std::vector<scene::Item> take_call_band(const View& view, const Card& card, const CardText& text, scene::Column& side);

}  // namespace anteroom::screens
