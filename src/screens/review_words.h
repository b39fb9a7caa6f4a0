// What patients read of a card's review.
#pragma once

#include <string>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// True if the pack's source is the card's, too. A card that states none of the pack's facts, as one that the front desk
// has added, has none, and needs no review.
bool has_source(const Pack& pack, const Card& card);

// "Not yet reviewed by a clinician.", of a card that needs a review and that nobody has signed as it is; else empty.
std::string unreviewed_words(const View& view, const Card& card, const CardText& text);

}  // namespace anteroom::screens
