// Whether the wall clock can be right: a computer without a battery wakes up years ago.
#pragma once

#include "model/content.h"
#include "model/time.h"

namespace anteroom {

// The first day that a right clock can show: that of the pack's review or of the program's release, whichever is later.
// Not ok() if neither is known: then any day can be right.
Date earliest_day(const Content& content);

// False if `time` lies before the earliest day. Then nothing that depends on the date is decided by it.
bool is_possible(const Content& content, WallTime time);

// `wanted`, or if that cannot be right, the first moment on its weekday and at its time of day that can: for those who
// choose the time.
WallTime possible_time(const Content& content, WallTime wanted);

}  // namespace anteroom
