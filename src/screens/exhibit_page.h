// The exhibit on its own page.
#pragma once

#include <optional>
#include <string>

#include "model/card.h"
#include "model/session.h"
#include "screens/control_bar.h"
#include "screens/view.h"

namespace anteroom::screens {

// The exhibit with its buttons on one side, its explanation on the other. Where that has no room for large letters,
// only the name of what is shown is there, and a screen of its own explains the rest.
scene::Scene exhibit_page(const View& view, const Card& card, const CardText& text, const Session& session,
                          const Controls& controls);

// True if every explanation that the card's exhibit has fits beside it.
bool explanations_fit_beside(const View& view, const Card& card, const CardText& text);
// True if the invitation fits there when nothing else does.
bool invitation_fits_beside(const View& view, const Card& card, const CardText& text);

// The explanation while `shown` is the exhibit's part (none: the invitation), and the heading above it.
std::string exhibit_caption(const CardText& text, std::optional<std::size_t> shown);
std::string exhibit_heading(const CardText& text, std::optional<std::size_t> shown);

}  // namespace anteroom::screens
