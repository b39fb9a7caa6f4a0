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

// The turn after `state`'s at `time`; without a card there, the loop's first.
Turn next_turn(const State& state, const Content& content, WallTime time);

}  // namespace anteroom
