// The list of all cards in the loop: two taps lead to any of them.
#pragma once

#include <cstddef>

#include "model/state.h"
#include "screens/view.h"

namespace anteroom::screens {

// A button for each card in the loop, in its order, with its title, below each other or in two columns; that of the
// card that the list was opened from is marked. `part`: of a list that does not fit the screen; if there are fewer, the
// last one. Requires: state.card.
scene::Scene topics(const View& view, const State& state, std::size_t part);

}  // namespace anteroom::screens
