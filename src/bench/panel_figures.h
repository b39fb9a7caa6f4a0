// How fast the staff's panel opens and draws.
#pragma once

#include "assembly/load.h"
#include "bench/measure.h"

namespace anteroom::bench {

// `panel_open_ms`: from the right PIN to the first whole frame, in memory; `panel_frame_cpu_ms_p50` and `_p99`: a frame
// of each tab, all threads together. At the settings' size.
void measure_panel(const assembly::Loaded& loaded, Figures& figures);

}  // namespace anteroom::bench
