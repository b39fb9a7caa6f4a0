// What comes after a card's dwell: another card, and on a wall perhaps another language.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/content.h"
#include "model/state.h"

namespace anteroom {

struct Turn {
  std::optional<std::size_t> card;  // index into pack.cards; none: no card may be shown
  std::size_t language = 0;         // index into pack.languages
};

// The turn that follows `state`'s; the loop's first if it has no card. `cards`: those in the loop, sorted.
Turn next_turn(const State& state, const Content& content, const std::vector<std::size_t>& cards);

}  // namespace anteroom
