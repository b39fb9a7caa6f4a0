// State -> Scene. Decides nothing: what is on the screen is what the state says.
#pragma once

#include <cstddef>

#include "model/state.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace anteroom::screens {

// The scene of `state`: the card's front on the settings' kind of screen, or the fallback card.
scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts);

// Page `page` (from 0) of the detail of the card with index `card`.
// Requires: card < pack.cards.size(), language < pack.languages.size(), page < the number of pages of that text.
scene::Scene compose_page(const Content& content, std::size_t card, std::size_t language, std::size_t page,
                          text::Fonts& fonts);

}  // namespace anteroom::screens
