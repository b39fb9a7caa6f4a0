// A page of a card's detail.
#pragma once

#include <cstddef>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// Page `page` of `text`: the picture with the source and the review date under it, the page's words beside; on the last
// page also the question for one's own clinician. `language` is the index into the pack's languages.
scene::Scene detail_page(const View& view, const Card& card, const CardText& text, std::size_t page,
                         std::size_t language);

}  // namespace anteroom::screens
