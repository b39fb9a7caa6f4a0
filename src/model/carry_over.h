// The state of a kiosk whose content was read again while it runs.
#pragma once

#include "model/state.h"

namespace anteroom {

// True if `state` may go over to other content without taking anything from a patient: nobody uses the screen.
bool may_carry_over(const State& state);

// The state that continues `state`, which is of `before`, with the content `after`: the same card, as long as it has
// been there, in the same language, as far as `after` still shows them; else as start() has it. No card is left out any
// more. Requires: may_carry_over(state).
State carried_over(const State& state, const Content& before, const Content& after, Now now);

}  // namespace anteroom
