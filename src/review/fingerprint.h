// A fingerprint of what was signed, by which it is known again, and by which later changes are named.
#pragma once

#include <string>
#include <vector>

#include "review/text_hash.h"

namespace anteroom::review {

struct Fingerprint {
  std::string whole;  // 32 hexadecimal digits
  std::string parts;  // 4 for each part, so that most changes can be named

  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// The fingerprint of all `parts` together. Their order does not matter.
Fingerprint fingerprint_of(const std::vector<OneText>& parts);

// What differs between what was signed and what is there now, in words, and where the first of it is.
struct Changes {
  std::vector<std::string> names;  // "`title` (line 9)", "the picture", "the fact `C5`"
  source::Position at;             // in the card's file; line 0: none of it is there

  friend bool operator==(const Changes&, const Changes&) = default;
};

// The changes in `parts` since `before`, in the order of the file; none if they are the same. There is at least one
// name if the fingerprints differ.
Changes changes_since(const Fingerprint& before, const std::vector<OneText>& parts);

}  // namespace anteroom::review
