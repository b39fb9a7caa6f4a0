// What messages call a part of a card.
#pragma once

#include <string>

#include "review/text_hash.h"

namespace anteroom::review {

// "`title`", "the text of page 2", "the label of spot `jaw`", "the `invite` of the exhibit"; of other parts of a card
// "the picture", "the `exhibit` of the card", "the fact `C5`", "the value of {desk}", "`source` in pack.toml".
std::string name_of(const TextPath& path);

}  // namespace anteroom::review
