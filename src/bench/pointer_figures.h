// How fast the screen answers a finger: figures of `bench`.
#pragma once

#include "bench/measure.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"

namespace anteroom::bench {

// Sets language_switch_ms_p95 (a language's release until its first frame is on the glass), tap_ms_p50 and tap_ms_p95
// (a press, until the frame that shows it is on the glass), open_ms_p95 (a card's release until its detail begins to
// appear) and, for each kind of exhibit that the pack has, exhibit_<kind>_wall_ms_p50 and p99 (from a finger's move
// until its frame is on the glass, in a drag of 240 moves). Requires: a kiosk at rest in its loop; all outlive the
// call.
void measure_pointer(runtime::Runtime& runtime, runtime::ScreenLoop& loop, platform::Window& window,
                     const platform::Clock& clock, Figures& figures);

}  // namespace anteroom::bench
