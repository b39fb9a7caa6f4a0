// The clinic's opening hours.
#pragma once

#include <vector>

#include "model/settings.h"

namespace anteroom {

// True if the clinic is open at `time`: within the hours that begin on its weekday, or within those of the day before
// that run past midnight. Always true without hours. When summer time skips or repeats an hour, the time that the wall
// clock shows decides. Requires: `hours` is empty or has seven elements, Sunday first.
bool is_open(const std::vector<OpeningHours>& hours, WallTime time);

}  // namespace anteroom
