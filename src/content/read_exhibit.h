// [exhibit] of a card: its interactive illustration.
#pragma once

#include <array>
#include <string>

#include "content/pack_folder.h"
#include "content/read_pack.h"
#include "model/exhibit.h"
#include "source/table_reader.h"

namespace anteroom::content {

// The keys of a fold's texts, in the order of its parts.
inline constexpr std::array<const char*, 4> fold_keys = {"flat", "folded", "opened", "smoothed"};

// The keys of a muscle's texts, in the order of PullStage, and of its buttons, in the order of PullButton.
inline constexpr std::array<const char*, 4> pull_keys = {"loose", "pulled", "rested", "tried"};
inline constexpr std::array<const char*, 3> pull_button_keys = {"pull", "let_go", "rest"};

// [exhibit] as written.
struct ExhibitEntry {
  Exhibit exhibit;          // monostate: the card has none
  bool is_readable = true;  // false: so faulty that its texts cannot be checked against it
  bool is_placed = true;    // false: the positions of its regions are unknown, so it cannot be shown
};

// The table `exhibit` of `card`. `picture`: the card's, as returned by read_picture. `facts_of` may be empty.
// Errors: to the card's faults.
ExhibitEntry read_exhibit(source::TableReader& card, const std::string& picture, const PackFolder& folder,
                          const PictureFactsOf& facts_of);

}  // namespace anteroom::content
