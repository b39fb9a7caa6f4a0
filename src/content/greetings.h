// How much there is to read on the screen of greetings.
#pragma once

#include <vector>

#include "model/content.h"

namespace anteroom::content {

// For each language of the pack: the greetings and names of all languages on offer, and on a wall what it says in that
// language about the touchscreen.
std::vector<ReadingLoad> greetings_reading(const Content& content);

}  // namespace anteroom::content
