// A signature under the cards of a pack as they are.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/pack_files.h"
#include "model/time.h"

namespace anteroom::content {

struct Signing {
  std::string reviewer;
  std::map<std::string, std::string> speakers = {};  // language -> who has read it for the reviewer
  std::vector<std::string> cards = {};               // ids; empty: all that are valid
  std::vector<std::string> languages = {};           // empty: all that a card has
  Date on{};                                         // today
  Date by{};                                         // the last day on which the cards may be shown
};

// Who has read the text of `review` in `language` for the reviewer of `signing`: whoever is named, else whoever had
// read it for the signature before, if it has not changed since. Empty: nobody.
std::string speaker_of(const Signing& signing, const std::string& language, const review::TextReview& review);

struct Signed {
  review::Signatures signatures;
  review::SignedParts parts;
};

// The signatures of the pack in `folder`, with those of `signing` in the place of earlier ones, and what they are of.
// Those of other cards stay, also of cards that rest. Requires: `files` were read with their sources.
Signed with_signatures(const PackFiles& files, const PackFolder& folder, const Signing& signing);

// signatures.toml with them: without their parts if it would be too large to be read.
std::string to_toml(const Signed& all);

}  // namespace anteroom::content
