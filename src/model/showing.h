// When cards are on the screen: what `anteroom why` and `anteroom schedule` tell.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/content.h"
#include "model/playlist.h"

namespace anteroom {

// Why `card` of `content` is not shown at `time`, in a language in which it has text; nothing: it is. A limit of the
// card comes first, then Absence::closed.
std::optional<Absence> why_hidden(const Content& content, const Card& card, WallTime time);

// The first minute after `time` at which why_hidden() finds that the card is shown where it was hidden, or the other
// way round; nothing if there is none within ten years.
std::optional<WallTime> next_change(const Content& content, const Card& card, WallTime time);

// What is on the screen from a minute of a day on.
struct PlanEntry {
  MinuteOfDay at{0};
  bool open = true;
  std::vector<std::size_t> cards = {};  // of the loop in any language on offer, as indices into pack.cards, ascending;
                                        // empty if closed
  friend bool operator==(const PlanEntry&, const PlanEntry&) = default;
};

// The whole of `day`, from midnight: one entry for each minute at which something changes.
std::vector<PlanEntry> plan_of(const Content& content, std::chrono::local_days day);

}  // namespace anteroom
