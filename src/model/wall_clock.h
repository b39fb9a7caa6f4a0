// Whether the wall clock can be right: a computer without a clock battery starts up years in the past.
#pragma once

#include "model/content.h"
#include "model/time.h"

namespace anteroom {

// The first day that a correct clock can show: the day of the pack's review or of the program's release, whichever is
// later. Not ok() if neither is known: then any day can be right.
Date earliest_day(const Content& content);

// False if `time` is before earliest_day(). Then nothing that depends on the date goes by it.
bool is_possible(const Content& content, WallTime time);

// `wanted`; if a correct clock cannot show it, the first time on the same weekday at the same time of day that one can.
// For commands that choose their own time.
WallTime possible_time(const Content& content, WallTime wanted);

}  // namespace anteroom
