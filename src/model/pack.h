// A content pack: the cards of one loop and what holds for all of them.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/card.h"

namespace anteroom {

// The pack's last review as its author tells it.
struct Review {
  Date on{};
  Date by{};             // see last_day; like `on`, not ok() if the file gives no date
  std::string reviewer;  // who is to sign the cards; a name alone signs nothing, see CardText::approval
  std::map<std::string, std::string> speakers =
      {};                       // language -> the speaker of it who has read its cards; empty: nobody
  bool holds_unsigned = false;  // cards that no clinician has signed as they are wait, see waits_for_signature
  friend bool operator==(const Review&, const Review&) = default;
};

// The last day on which cards that nobody has signed may be shown: `by`, else 12 months after `on`; nothing if neither
// is a date, and then none of these may be shown. Source of the 12 months: standards: Words, as for the rule
// review-long.
std::optional<Date> last_day(const Review& review);

// How long before it the staff are told. Source: standards: Words.
inline constexpr std::chrono::days review_notice{30};

struct Pack;

// The last day of `card` in `pack` in any of its languages; of one that nobody has signed, the pack's.
std::optional<Date> last_day(const Pack& pack, const Card& card);
// The last day of its text in a language, as an index: that of its own signature, else the pack's. A signature in one
// language moves the date of no other.
std::optional<Date> last_day(const Pack& pack, const Card& card, std::size_t language);

// True if `card` is not shown in a language, as an index, until a clinician signs its text there as it is: the pack
// holds such cards back. An urgent card waits only where no other card of the pack is signed: beside cards that are
// shown, what to do in an emergency must not be missing. Requires: language < card.text.size().
bool waits_for_signature(const Pack& pack, const Card& card, std::size_t language);

struct Pack {
  std::vector<std::string> languages;  // BCP 47; the first is the default; never empty in a pack that was read
  std::vector<std::string> source;     // one for each of `languages`, in its order
  Review review;
  std::vector<Card> cards;  // valid cards only, in loop order
  std::string lead_card;    // the id of the card that the loop comes back to again and again; empty: none

  friend bool operator==(const Pack&, const Pack&) = default;
};

// The index of the pack's lead card; none: it names none, or not one of its cards.
std::optional<std::size_t> lead_of(const Pack& pack);

// Fills each card's missing texts with that in the first language, and marks them with it.
void show_first_language(Pack& pack);

// Takes the language at `index`, and its texts, out of the pack. Requires: index < pack.languages.size().
void drop_language(Pack& pack, std::size_t index);

}  // namespace anteroom
