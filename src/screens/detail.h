// A card's detail: what a patient sees after touching the card.
#pragma once

#include <vector>

#include "model/card.h"
#include "model/session.h"
#include "screens/control_bar.h"
#include "screens/detail_parts.h"

namespace anteroom::screens {

// The scene of `session`'s page and part. If the page has fewer parts than that (another language was chosen), its last
// one. `parts`: the result of detail_parts for the same view and card.
scene::Scene detail(const View& view, const Card& card, const CardText& text, const Session& session,
                    const std::vector<DetailPart>& parts);

// The bar of a detail. Back goes to the previous screenful, or leaves the detail from the first one. Next is offered
// unless this is the last.
Controls detail_controls(const View& view, const std::vector<DetailPart>& parts, std::size_t at, bool paused);

}  // namespace anteroom::screens
