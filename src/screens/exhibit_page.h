// The exhibit on its own page.
#pragma once

#include "model/card.h"
#include "model/session.h"
#include "screens/control_bar.h"
#include "screens/detail_parts.h"
#include "screens/view.h"

namespace anteroom::screens {

// The exhibit with its buttons on one side, its explanation on the other. Large letters that have no room there are
// told one piece after the other: `part` is the one that is shown.
scene::Scene exhibit_page(const View& view, const Card& card, const CardText& text, const Session& session,
                          const DetailPart& part, const Controls& controls);

}  // namespace anteroom::screens
