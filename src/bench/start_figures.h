// Start time and memory of a kiosk in its own process: figures of `bench`.
#pragma once

#include "assembly/source.h"
#include "bench/measure.h"

namespace anteroom::bench {

// Sets first_frame_ms: the time from before the program starts, with a warm file cache, until its first frame is on the
// screen; the median of seven starts. Sets nothing if no window can be opened.
void measure_first_frame(const assembly::SourceOptions& source, Figures& figures);

// Sets run_pss_mb: the memory of a running kiosk and of the process that draws for it, after half a minute of looping.
void measure_running(const assembly::SourceOptions& source, Figures& figures);

}  // namespace anteroom::bench
