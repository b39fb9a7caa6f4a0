// State -> Scene. Decides nothing: what is on the screen is what the state says.
#pragma once

#include "model/state.h"
#include "scene/scene.h"
#include "screens/detail_parts.h"
#include "text/fonts.h"

namespace anteroom::screens {

// The scene of `state` without what shows a finger or a key on it (see marks.h): the card's front on the settings' kind
// of screen, its detail, a chooser, the warning, the fallback card, or the dark screen of a closed clinic.
scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts);
// The same, remembering in `pages` how the open detail was split, which costs more than all else when a finger moves an
// exhibit. Requires: `pages` is used with this content and these fonts only.
scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts, DetailPages& pages);

}  // namespace anteroom::screens
