// Whether the cards of a pack are signed as they are.
#pragma once

#include <string>
#include <vector>

#include "content/card_file.h"
#include "content/pack_file.h"
#include "content/pack_folder.h"
#include "review/signatures.h"
#include "review/signed_parts.h"
#include "source/toml_files.h"

namespace anteroom::content {

// The place of a pack's ledger of facts.
inline constexpr const char* claims_place = "claims.toml";
inline constexpr std::size_t max_claims_bytes = 4UL * 1024 * 1024;
inline constexpr std::size_t max_signatures_bytes = 16UL * 1024 * 1024;

// What a pack says about all signatures.
struct PackReviews {
  review::Signatures signatures;
  review::Facts facts;                      // only if there are signatures, or if they are asked for
  const source::TomlFile* file = &no_file;  // signatures.toml; never null
};

// The reviews of the pack in `folder`, valid as long as `toml`. `with_facts`: even if nothing is signed yet.
// Errors: broken-signature; what is wrong with claims.toml is left to `check`.
PackReviews read_reviews(const PackFolder& folder, source::TomlFiles& toml, source::Diagnostics& diagnostics,
                         bool with_facts);

// What a signature of the card is about, for each language of the pack; nothing in a language without a valid text.
std::vector<std::vector<review::OneText>> signed_parts(const CardFile& file, const PackFile& head,
                                                       const review::Facts& facts, const PackFolder& folder);

// Says of the card in `file` in which languages it is signed as it is, and until when it may be shown.
void judge(CardFile& file, const PackFile& head, const PackReviews& reviews, const PackFolder& folder);

}  // namespace anteroom::content
