// All files of a pack as read: what read_pack and check_pack both begin with.
#pragma once

#include <vector>

#include "content/card_file.h"
#include "content/pack_file.h"
#include "content/read_pack.h"

namespace anteroom::content {

// Whether the files' own text stays in memory, for those who look for more faults in it.
enum class Sources { keep, drop };

struct PackFiles {
  PackFile head;
  std::vector<CardFile> cards;  // of the cards that are listed and have a file, in loop order, faulty ones too
};

// Errors: those of pack.toml and of the folder go to `diagnostics`, each card's stay with the card.
PackFiles read_pack_files(const PackFolder& folder, const PackOptions& options, Sources sources,
                          source::TomlFiles& toml, source::Diagnostics& diagnostics);

// False when a listed card has no file, or one that is not TOML, so that nobody knows what it holds. Requires: the
// sources were kept.
bool could_read_every_card(const PackFiles& files);

// The pack with the sound ones of its cards; the cards' diagnostics go to `diagnostics`, in loop order.
Pack assemble(PackFiles files, source::Diagnostics& diagnostics);

}  // namespace anteroom::content
