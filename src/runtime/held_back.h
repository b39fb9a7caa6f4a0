// Which files of an edited pack are not to be shown yet, since a fault is in them and their last good version is known.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/pack_files.h"

namespace anteroom::runtime {

// What to do about a pack.toml that has come to list a card without a file, whose name may be misspelt: hold it back,
// so that the card that was meant stays, or take it. A card that was listed before stays while its file is missing.
enum class UnknownCards { hold, take };

// The places of the pack `read` from `files` that are shown in their version in `good` instead, all of which differs
// from that in `files`; empty if none is held back. Words and pictures of a card are held back together.
// `error_counts`: of card files and files of interface words, by the path they were read from; those of `read` and of
// `interface_errors`, by place, are added.
// Errors: to `read`, of cards that are held back because their edit would take a language off the screen.
std::set<std::string> places_held_back(content::PackFiles& read, const content::FilePlaces& files,
                                       const content::FilePlaces& good, UnknownCards unknown,
                                       const std::map<std::string, int>& interface_errors,
                                       std::map<std::string, int>& error_counts);

// The paths of the pictures that the cards in the loop of a pack show, whose files are `files`.
std::set<std::string> pictures_in_loop(const content::FilePlaces& files);

// What to say of each of the cards `shown` from `files` whose picture is not the one that it has in `good`, though the
// description of it, for those who cannot see it, is the same; in the order of the cards.
std::vector<std::string> descriptions_left(const std::vector<Card>& shown, const content::FilePlaces& files,
                                           const content::FilePlaces& good);

}  // namespace anteroom::runtime
