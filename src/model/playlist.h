// Which cards are in the loop at a given time (dayparting, review dates), and in which order.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/pack.h"

namespace anteroom {

// Why a card is not in the loop.
enum class Absence {
  other_screen,  // it is for the other kind of screen
  review,        // its review is over, or the pack's
  signature,     // it waits for one in every language that it has
  clock,         // it has dates, and the clock cannot be right
  from,          // of [when], as the following
  until,
  except,
  months,
  days,
  hours,
  closed,  // the clinic is; only why_hidden() looks at that
};

// True if `when` allows a time of `day`, as far as its dates and months go.
bool allows_day(const When& when, std::chrono::local_days day);

// The first limit of `when` that rules out `time`; nothing if none does. Hours past midnight belong to the weekday on
// which they begin, as opening hours do: "friday" with "22:00-06:00" ends on Saturday morning.
std::optional<Absence> ruled_out(const When& when, WallTime time, Dates dates = Dates::count);

// Why `card` is not in the loop of a `role` at `time`; nothing: it is. `earliest`: as for playlist().
std::optional<Absence> absence(const Pack& pack, const Card& card, Role role, WallTime time, Date earliest = {});

// The indices into pack.cards of the cards that may be shown to `role` at `time`, in loop order: cards meant for the
// role's screens and allowed by their `when`, none after its last day (see last_day), none that waits for a signature
// in all its languages. `earliest`: the first day that a correct clock can show, if known. If `time` is before it,
// cards with `from`, `until` or `months` wait, `except` does not count, and a review counts as over only if it ended
// before `earliest`.
std::vector<std::size_t> playlist(const Pack& pack, Role role, WallTime time, Date earliest = {});

// The element of `cards` after `current`, wrapping at the end, even if `current` itself is not in `cards`; nothing for
// an empty list. Requires: `cards` is sorted.
std::optional<std::size_t> next_card(const std::vector<std::size_t>& cards, std::size_t current);
// Likewise the one before.
std::optional<std::size_t> previous_card(const std::vector<std::size_t>& cards, std::size_t current);

}  // namespace anteroom
