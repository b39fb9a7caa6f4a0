// [exhibit] of a card: the illustration that a patient can work.
#pragma once

#include <array>
#include <string>

#include "content/pack_folder.h"
#include "content/read_pack.h"
#include "model/exhibit.h"
#include "source/table_reader.h"

namespace anteroom::content {

// The keys of a fold's words, in the order of its parts.
inline constexpr std::array<const char*, 4> fold_keys = {"flat", "folded", "opened", "smoothed"};

// [exhibit] as written.
struct ExhibitEntry {
  Exhibit exhibit;          // monostate: the card has none
  bool is_readable = true;  // false: so faulty that its words cannot be held against it
  bool is_placed = true;    // false: where its regions stand is not known, so it cannot be shown
};

// The table `exhibit` of `card`. `picture`: the card's, as read_picture gave it. `facts_of` may be empty.
// Errors: to the card's faults.
ExhibitEntry read_exhibit(source::TableReader& card, const std::string& picture, const PackFolder& folder,
                          const PictureFactsOf& facts_of);

}  // namespace anteroom::content
