// The state of a kiosk whose content is reloaded while it runs.
#pragma once

#include "model/state.h"

namespace anteroom {

// True if `state` can move to other content without taking anything from a patient: nobody is using the screen.
bool may_carry_over(const State& state);

// The continuation of `state`, which belongs to the content `before`, with the content `after`: the same card, with the
// time it has been shown, and where languages take turns the same language, as far as `after` still has them on offer;
// otherwise as start() sets them, and in the first language if that is another one than before. Every card left out
// before may be shown again. Requires: may_carry_over(state).
State carried_over(const State& state, const Content& before, const Content& after, Now now);

}  // namespace anteroom
