// How long a card stays: long enough for a slow reader.
#pragma once

#include "model/card.h"
#include "model/settings.h"

namespace anteroom {

// settle + the longer of words / words_per_minute and characters x per_character, + per_picture with a picture; never
// below min_dwell. Source: standards: Dwell: half of the mean reading speed of Brysbaert's review, and
// twice the time a character takes in the IReST study.
Millis reading_time(const ReadingLoad& load, bool has_picture, const Loop& loop);

// The dwell of `card` in the language with index `language`: the card's own, else its reading time.
// Requires: language < card.text.size().
Millis dwell(const Card& card, std::size_t language, const Loop& loop);

}  // namespace anteroom
