// What comes after a card's dwell: another card, or the greetings in front of it, and on a wall perhaps another
// language.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/content.h"
#include "model/state.h"

namespace anteroom {

struct Turn {
  std::optional<std::size_t> card;              // index into pack.cards; none: no card may be shown
  std::size_t language = 0;                     // index into pack.languages
  std::optional<std::size_t> before_lead = {};  // as in State
  bool hello = false;                           // likewise
};

// The lead card is shown in every third place of the loop, and the others in between in their order.
inline constexpr std::size_t lead_every = 3;
// How long it takes on average until each of `cards` cards has been shown, which take `once` altogether, if one of them
// is the lead card, which takes `lead`.
Millis loop_time(Millis once, Millis lead, std::size_t cards);

// The turn after `state`'s at `time`; without a card there, the loop's first. Where the loop opens with greetings, they
// are a turn of their own each time that it begins, in every language in which it does; the lead card's third place
// does not count them.
Turn next_turn(const State& state, const Content& content, WallTime time);

// How long an urgent notice is shown in one language: a few words (docs/standards.md, Words).
inline constexpr Millis notice_turn{10'000};

// True if the screen changes its language by itself: only a wall does.
bool takes_turns(const Content& content);

// The language that an urgent notice is shown in after `language`: the next on offer. On a touchscreen, too, since it
// is for everybody in the room, not only for whoever used it last; the same on a wall whose languages do not take
// turns.
std::size_t language_after(std::size_t language, const Content& content);

}  // namespace anteroom
