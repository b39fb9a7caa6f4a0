// What the movement of a card's picture costs: figures of `bench`.
#pragma once

#include "bench/measure.h"
#include "platform/clock.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"

namespace anteroom::bench {

// Shows each card of the loop whose picture moves, and sets, of the frames in which a part has moved,
// motion_<card>_cpu_ms_p50 (processor time of all threads) and motion_<card>_wall_ms_p99 (from when it is due until it
// is on the screen). Requires: a screen at rest in its loop; all outlive the call.
void measure_motion(runtime::Runtime& runtime, runtime::ScreenLoop& loop, const platform::Clock& clock,
                    Figures& figures);

// Lets the loop run for a minute, each card for its own dwell, and sets loop_cpu_percent (of one core: all threads, and
// the processes that have drawn and ended) and loop_frames_60s. Requires: as measure_motion.
void measure_loop(runtime::ScreenLoop& loop, const platform::Clock& clock, Figures& figures);

}  // namespace anteroom::bench
