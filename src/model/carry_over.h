// The state of a kiosk that goes on with what it showed: with other content, or after a restart.
#pragma once

#include <string>

#include "model/state.h"

namespace anteroom {

// True if `state` can move to other content without taking anything from a patient: nobody is using the screen.
bool may_carry_over(const State& state);

// The continuation of `state`, which belongs to the content `before`, with the content `after`: the same card, with the
// time it has been shown, and where languages take turns the same language, as far as `after` still has them on offer;
// otherwise as start() sets them, and in the first language if that is another one than before. Every card left out
// before may be shown again. Requires: may_carry_over(state).
State carried_over(const State& state, const Content& before, const Content& after, Now now);

// A fresh start at `now` that goes on with the card `id`, without greetings, if that is in the loop.
State started_at(const std::string& id, const Content& content, Now now);

}  // namespace anteroom
