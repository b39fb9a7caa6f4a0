// A card's detail: what a patient sees after touching the card.
#pragma once

#include <vector>

#include "model/card.h"
#include "model/session.h"
#include "screens/control_bar.h"
#include "screens/detail_parts.h"

namespace anteroom::screens {

// The scene of `session`'s page and part; a part that is not there any more (another language has fewer) is the page's
// last one.
// `parts`: detail_parts of the same.
scene::Scene detail(const View& view, const Card& card, const CardText& text, const Session& session,
                    const std::vector<DetailPart>& parts);

// The bar of a detail: Back one screenful, or out of it from the first; Next while there is more.
Controls detail_controls(const View& view, const std::vector<DetailPart>& parts, std::size_t at, bool paused);

}  // namespace anteroom::screens
