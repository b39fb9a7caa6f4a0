// The clinic's opening hours.
#pragma once

#include <vector>

#include "model/settings.h"

namespace anteroom {

// True if the clinic is open at `time`: within the hours of its weekday (until <= from runs past midnight into the next
// day; from == until is closed all day). Always true without hours. Where summer time leaves out or repeats an hour,
// what the wall clock shows decides. Requires: `hours` is empty or has seven elements, Sunday first.
bool is_open(const std::vector<OpeningHours>& hours, WallTime time);

}  // namespace anteroom
