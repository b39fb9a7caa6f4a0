// How long a card stays: long enough for a slow reader.
#pragma once

#include "model/card.h"
#include "model/settings.h"

namespace anteroom {

// The loop of `pace`: the time for the words and the least dwell are 1.5 times the usual for slow, two thirds for
// brisk; what it takes to notice a new card and to look at its picture is the same. Source: standards: Dwell.
Loop loop_of(Pace pace);

// Gives `loop` what loop_of(pace) has of its own; all else stays.
void set_pace(Loop& loop, Pace pace);

// settle + the longer of words / words_per_minute and characters x per_character, + per_picture with a picture; never
// below min_dwell. Source: standards: Dwell: half of the mean reading speed of Brysbaert's review, and
// twice the time a character takes in the IReST study.
Millis reading_time(const ReadingLoad& load, bool has_picture, const Loop& loop);

// The dwell of `card` on a screen of this role, in the language with index `language`: the card's own, else its reading
// time. Requires: language < card.text.size().
Millis dwell(const Card& card, std::size_t language, Role role, const Loop& loop);

}  // namespace anteroom
