#include "content/sign.h"

#include <algorithm>
#include <cstddef>

namespace anteroom::content {

namespace {

bool is_among(const std::vector<std::string>& chosen, const std::string& each) {
  return chosen.empty() || std::find(chosen.begin(), chosen.end(), each) != chosen.end();
}

}  // namespace

std::string speaker_of(const Signing& signing, const std::string& language, const review::TextReview& review) {
  const auto speaker = signing.speakers.find(language);
  if (speaker != signing.speakers.end()) return speaker->second;
  return review.is_signed() ? review.signature->speaker : "";
}

Signed with_signatures(const PackFiles& files, const PackFolder& folder, const Signing& signing) {
  Signed all{files.reviews.signatures, review::read_signed_parts(*files.reviews.file, files.reviews.signatures)};
  const std::vector<std::string>& languages = files.head.pack.languages;
  for (const CardFile& card : files.cards) {
    if (!card.is_valid || !is_among(signing.cards, card.card.id)) continue;
    auto parts = signed_parts(card, files.head, files.reviews.facts, folder);
    for (std::size_t i = 0; i < languages.size(); ++i) {
      if (parts[i].empty() || !is_among(signing.languages, languages[i])) continue;
      all.signatures[card.card.id][languages[i]] = {signing.reviewer,
                                                    speaker_of(signing, languages[i], card.reviews[i]),
                                                    signing.on,
                                                    signing.by,
                                                    review::fingerprint_of(parts[i]),
                                                    {}};
      all.parts[card.card.id][languages[i]] = std::move(parts[i]);
    }
  }
  return all;
}

std::string to_toml(const Signed& all) {
  std::string text = review::to_toml(all.signatures, all.parts);
  return text.size() <= max_signatures_bytes ? text : review::to_toml(all.signatures);
}

}  // namespace anteroom::content
