// Which cards are in the loop at a moment (dayparting, review dates), and in which order they come.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/pack.h"

namespace anteroom {

// True if `when` allows `time`. Hours past midnight belong to the weekday on which they begin, as opening hours do:
// "friday" with "22:00-06:00" ends on Saturday morning.
bool allows(const When& when, WallTime time);

// The indices into pack.cards of the cards that may be shown to `role` at `time`, in loop order: those that are shown
// on the role's screens, allowed by their `when`, and only up to the last day of the pack's review. `earliest`: the
// first day that a right clock can show, if known. If `time` lies before it, cards with a `from` or `until` wait, and
// the review is over only if it was on `earliest`.
std::vector<std::size_t> playlist(const Pack& pack, Role role, WallTime time, Date earliest = {});

// The element of `cards` after `current`, round the end; the first one behind its place if it is not in `cards`; empty
// for an empty list. Requires: `cards` is sorted.
std::optional<std::size_t> next_card(const std::vector<std::size_t>& cards, std::size_t current);
// Likewise the one before.
std::optional<std::size_t> previous_card(const std::vector<std::size_t>& cards, std::size_t current);

}  // namespace anteroom
