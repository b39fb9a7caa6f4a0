// State -> Scene. Nothing is decided here: the scene follows from the state.
#pragma once

#include "model/state.h"
#include "scene/scene.h"
#include "screens/detail_parts.h"
#include "text/fonts.h"

namespace anteroom::screens {

// The scene of `state` without the marks of finger, keypad and voice (see marks.h): the card's front on the settings'
// kind of screen, its detail, a chooser, the warning, the fallback card, or the dark screen of a closed clinic.
scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts);
// The same, but keeps in `pages` how the open detail was split: to split it again would be the most expensive part of
// each frame while a finger moves an exhibit. Requires: `pages` is used with this content and these fonts only.
scene::Scene compose(const State& state, const Content& content, text::Fonts& fonts, DetailPages& pages);

}  // namespace anteroom::screens
