// How fast the screen responds to a finger: figures of `bench`.
#pragma once

#include "bench/measure.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"

namespace anteroom::bench {

// Sets languages (how many are offered), language_switch_ms_p50 and p95 (from the release on a language until its first
// frame is on the screen), tap_ms_p50 and p95 (from a press until the frame that shows it is on the screen),
// open_ms_p50 and p95 (from the release on a card until the first frame in which it changes) and, for each kind of
// exhibit in the pack, exhibit_<kind>_wall_ms_p50 and p99 (from a finger's move until its frame is on the screen, in a
// drag of 240 moves; for hotspots from the release of a tap), and exhibit_<kind>_cpu_ms_p50 and p99 (the same in
// processor time of all threads, which what else runs on the machine does not inflate). Does nothing on a wall.
// Requires: a kiosk at rest in its loop; all outlive the call.
void measure_pointer(runtime::Runtime& runtime, runtime::ScreenLoop& loop, platform::Window& window,
                     const platform::Clock& clock, Figures& figures);

}  // namespace anteroom::bench
