// Where the kiosk is: a plain value, changed by `update` alone.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "model/action.h"
#include "model/content.h"
#include "model/time.h"

namespace anteroom {

struct State {
  bool open = true;  // false: outside the opening hours, the screen is dark
  std::optional<std::size_t>
      card;                  // index into pack.cards; none: closed, or no card may be shown and the fallback stands in
  MonoTime since{};          // when `card` took the screen
  std::size_t language = 0;  // index into pack.languages
  std::set<std::string> left_out;  // ids of cards whose picture could not be drawn
  WallTime minute{};               // of the wall clock, seconds dropped: what a clock on the screen shows
  MonoTime minute_ends{};          // when the next one begins, at most a second late

  friend bool operator==(const State&, const State&) = default;
};

// The state of a fresh start at `now`: the first card of the loop, in the first offered language.
State start(const Content& content, Now now);

// The state after `action` at `now`. One Tick carries out one deadline at most.
State update(State state, const Content& content, const Action& action, Now now);

// When the card on the screen gives way to the next. Requires: state.card.
MonoTime card_ends(const State& state, const Content& content);

// When the state will change by itself: the end of the card's dwell, or the next minute where a clock is shown, where
// there are opening hours, or where a card may come back into an empty loop. Tick then.
MonoTime next_deadline(const State& state, const Content& content);

// The cards in the loop at `time`: the playlist without those left out.
std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time);

}  // namespace anteroom
