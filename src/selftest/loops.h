// A night of the loop, and a day of patients, in virtual time.
#pragma once

#include "assembly/load.h"
#include "selftest/course.h"
#include "selftest/memory_watch.h"
#include "selftest/outcome.h"

namespace anteroom::selftest {

// What a full test does.
inline constexpr long full_loops = 10'000, full_touches = 20'000;
// Fewer say nothing about memory.
inline constexpr long enough_loops = 1'000, enough_touches = 5'000;

// Lets the loop come round 10,000 times from `now` on, and counts how often each card is shown. Fails if a card of this
// screen that is due is never shown or much less often than the others, if a screen breaks a rule.
Outcome check_loops(const assembly::Loaded& loaded, WallTime now, const Course& course, MemoryWatch& memory);

// Random users touch, drag and press keys; after each the screen must be as for the first patient of the day.
Outcome check_touches(const assembly::Loaded& loaded, const Course& course, MemoryWatch& memory);

}  // namespace anteroom::selftest
