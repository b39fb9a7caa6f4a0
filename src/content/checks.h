// The parts of `anteroom check`, one a subject. Each adds its faults to the card's own list, or to `diagnostics` for
// what belongs to no card.
#pragma once

#include "content/check_pack.h"
#include "content/pack_files.h"
#include "content/pack_folder.h"
#include "model/settings.h"

namespace anteroom::content {

// Cards against the ledger claims.toml, and the ledger against the cards.
void check_claims(const PackFolder& folder, PackFiles& files, Diagnostics& diagnostics);

// The review's dates, the cards' dates, their dwell, and the length of the wall's loop.
void check_times(PackFiles& files, const Settings& settings, Date today, Diagnostics& diagnostics);

// Lengths, banned words, risk numbers, and drug names where the policy minds them. `interface`: says which words and
// numbers, language by language.
void check_words(PackFiles& files, const std::vector<InterfaceWords>& interface);

// How hard the sound cards are to read, and which of them, or the pack, too hard.
std::vector<Readability> check_readability(PackFiles& files, const language::SyllablesOf& syllables_of,
                                           Diagnostics& diagnostics);

// Pictures that no card shows; none when a listed card could not be read, since it may be the one that does.
void check_unused(const PackFolder& folder, const PackFiles& files, Diagnostics& diagnostics);

// The value at `path` below `table`, or null.
const TomlValue* value_at(const TomlTable& table, std::initializer_list<std::string_view> path);

// Where that value stands; the file as a whole when it is not there.
Place place_at(const TomlTable& table, std::initializer_list<std::string_view> path);

}  // namespace anteroom::content
