// What a kiosk in a process of its own takes to start and to run: figures of `bench`.
#pragma once

#include "assembly/source.h"
#include "bench/measure.h"

namespace anteroom::bench {

// Sets first_frame_ms: from before the program is started, warm, until its first frame is on the screen; the median of
// seven starts. Sets nothing where no window can be opened.
void measure_first_frame(const assembly::SourceOptions& source, Figures& figures);

// Sets run_pss_mb: what a running kiosk holds, itself and the process that draws for it, after half a minute of
// looping.
void measure_running(const assembly::SourceOptions& source, Figures& figures);

}  // namespace anteroom::bench
