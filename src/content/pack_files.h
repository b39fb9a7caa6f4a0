// All files of a pack as read: the first step of both read_pack and check_pack.
#pragma once

#include <string>
#include <vector>

#include "content/card_file.h"
#include "content/card_reviews.h"
#include "content/pack_file.h"
#include "content/read_pack.h"

namespace anteroom::content {

// Whether the files' own text stays in memory, for callers that look for more faults in it.
enum class Sources { keep, drop };

struct PackFiles {
  PackFile head;
  std::vector<CardFile> cards;  // of the cards that are listed and have a file, in loop order, faulty ones too
  PackReviews reviews = {};
};

// Errors: those of pack.toml and of the folder go to `diagnostics`; each card's stay with the card.
PackFiles read_pack_files(const PackFolder& folder, const PackOptions& options, Sources sources,
                          source::TomlFiles& toml, source::Diagnostics& diagnostics);

// False if a listed card has no file, or one that is not TOML, so that its content is unknown. Requires: the sources
// were kept.
bool could_read_every_card(const PackFiles& files);

// The ids of the cards that keep the pack's language number `language` off the screen: those of `core` without a text
// in it; in a pack without `core`, all without one, if they are more than half.
std::vector<std::string> cards_blocking(const PackFiles& files, std::size_t language);

// The pack with its valid cards; the diagnostics of all cards go to `diagnostics`, in loop order.
Pack assemble(PackFiles files, source::Diagnostics& diagnostics);

}  // namespace anteroom::content
