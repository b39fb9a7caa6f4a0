#include "content/sign.h"

#include <algorithm>
#include <cstddef>

namespace anteroom::content {

namespace {

bool is_among(const std::vector<std::string>& chosen, const std::string& each) {
  return chosen.empty() || std::find(chosen.begin(), chosen.end(), each) != chosen.end();
}

}  // namespace

review::Signatures with_signatures(const PackFiles& files, const PackFolder& folder, const Signing& signing) {
  review::Signatures signatures = files.reviews.signatures;
  const std::vector<std::string>& languages = files.head.pack.languages;
  for (const CardFile& card : files.cards) {
    if (!card.is_valid || !is_among(signing.cards, card.card.id)) continue;
    const auto parts = signed_parts(card, files.head, files.reviews.facts, folder);
    for (std::size_t i = 0; i < languages.size(); ++i) {
      if (parts[i].empty() || !is_among(signing.languages, languages[i])) continue;
      const auto speaker = signing.speakers.find(languages[i]);
      signatures[card.card.id][languages[i]] = {signing.reviewer,
                                                speaker == signing.speakers.end() ? std::string() : speaker->second,
                                                signing.on,
                                                signing.by,
                                                review::fingerprint_of(parts[i]),
                                                {}};
    }
  }
  return signatures;
}

}  // namespace anteroom::content
