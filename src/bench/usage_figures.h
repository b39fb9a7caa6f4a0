// What counting the use of the screen costs its frames.
#pragma once

#include "bench/measure.h"
#include "platform/clock.h"
#include "platform/window.h"
#include "runtime/runtime.h"
#include "runtime/screen_loop.h"

namespace anteroom::bench {

// The same cross-fades from card to card without and with counting, in turns, each count being written to the disk at
// once rather than after 45 s. `plain_...` and `counted_frame_ms_p50`, `_p99`: of their frames; `counted_more_ms_p50`:
// of the pairs, each a card's p50 with counting less that without; `count_call_us_p50`, `_p99`: of the call that
// counts, which is made once in each turn of the event loop. Returns false if nothing could be written.
bool measure_usage(runtime::Runtime& runtime, runtime::ScreenLoop& loop, platform::Window& window,
                   const platform::Clock& clock, Figures& figures);

}  // namespace anteroom::bench
