// What of a card in one language is not as it was signed, marked as with a pencil.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "review/signatures.h"

namespace anteroom::proof {

// What was signed before.
struct Since {
  review::Signatures signatures;
  review::SignedParts parts;  // of an older file: none
};

struct Changed {
  std::vector<std::string> names;       // "title", "text of page 2"; never none
  std::vector<document::Table> tables;  // none if nobody has signed, or if it is not known what
  std::vector<review::TextPath> texts;  // those of the words of now that differ
};

// What differs between `now`, the parts of `card` in `language`, and what was signed; in the order of the card's file,
// what is gone last. Requires: it does differ.
Changed changed_since(const Since& since, const std::string& card, const std::string& language,
                      const std::vector<review::OneText>& now);

}  // namespace anteroom::proof
