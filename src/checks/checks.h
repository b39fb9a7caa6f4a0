// The parts of `anteroom check`, one per subject. Each adds its faults to the card's own list, or to `diagnostics` if
// they belong to no card.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "checks/check_pack.h"
#include "checks/resting_cards.h"
#include "content/pack_files.h"
#include "content/pack_folder.h"
#include "model/settings.h"
#include "source/toml_files.h"

namespace anteroom::checks {

// Cards against the ledger claims.toml, and the ledger against the cards.
void check_claims(const content::PackFolder& folder, content::PackFiles& files, const std::vector<RestingCard>& resting,
                  source::TomlFiles& toml, source::Diagnostics& diagnostics);

// The cards' dates, their dwell, and the length of the wall's loop.
void check_times(content::PackFiles& files, const Settings& settings, Date today, source::Diagnostics& diagnostics);

// The dates of the reviews, who has signed which card in which language, and what has changed since.
void check_reviews(content::PackFiles& files, Date today, const Remedies& remedies, source::Diagnostics& diagnostics);

// Lengths, banned words, risk numbers, and drug names if the policy restricts them; what the pack allows and no card
// needs. `interface`: which words and numbers to look for, by language.
void check_words(content::PackFiles& files, const std::vector<InterfaceWords>& interface,
                 source::Diagnostics& diagnostics);

// Words that came with `anteroom new card` and are still there, and English ones of `anteroom new pack`, `english`, in
// other languages.
void check_samples(content::PackFiles& files, const std::set<std::string>& english, source::Diagnostics& diagnostics);

// Translations that were made from an older text of the first language; one message per card.
void check_stale_translations(content::PackFiles& files, const Remedies& remedies);
// Texts of cards and of pack.toml that are the same in two languages, other than samples, of which `english` are those
// of `anteroom new pack`; one message per file and language.
void check_translations(content::PackFiles& files, const std::set<std::string>& english,
                        source::Diagnostics& diagnostics);

// Timelines in which two steps in a row show the same picture, as they are written or, if `options` can tell, as they
// are drawn.
void check_exhibits(std::vector<content::CardFile>& cards, const content::PackOptions& options);

// How hard the valid cards are to read; reports those that are too hard, and the pack if it is.
std::vector<Readability> check_readability(content::PackFiles& files, const language::SyllablesOf& syllables_of,
                                           source::Diagnostics& diagnostics);

// Reports pictures that no card shows, not even one that rests; none if a listed card could not be read, since it may
// be the one that does.
void check_unused(const content::PackFolder& folder, const content::PackFiles& files,
                  const std::vector<RestingCard>& resting, source::Diagnostics& diagnostics);

}  // namespace anteroom::checks
