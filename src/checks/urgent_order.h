// What to do in an emergency must not leave the screen before what it is about.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/pack_files.h"

namespace anteroom::checks {

// An urgent card that leaves the screen before another card.
struct UrgentTooEarly {
  std::size_t file = 0;      // index into PackFiles::cards
  std::size_t language = 0;  // index into pack.languages: the first in which that is so
  Date last{};               // its last day in it
  std::string longest;       // id of the card that stays longest in it
  Date longest_last{};
};

// One for each urgent card of which that is so; in the order of the cards.
std::vector<UrgentTooEarly> urgent_cards_too_early(const content::PackFiles& files);

}  // namespace anteroom::checks
