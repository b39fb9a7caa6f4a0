// [wall] of the settings.
#pragma once

#include "model/settings.h"
#include "source/table_reader.h"

namespace anteroom::content {

// What can be read from the chairs of a place, and has room beside the other words of a card.
inline constexpr int most_place_words = 5;
inline constexpr int most_place_characters = 40;

// Reads [wall] of the settings in `root` into `wall`. Errors: bad-value for a place that no language has words for,
// bad-language, too-many-words and too-long; what is too long is not shown.
void read_wall(source::TableReader& root, WallSettings& wall);

}  // namespace anteroom::content
