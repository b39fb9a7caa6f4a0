// How long painting a card takes: figures of `bench`.
#pragma once

#include "assembly/load.h"
#include "bench/measure.h"

namespace anteroom::bench {

// How long the loop's fronts take to paint. Sets raster_first_ever_ms_p50, for which each picture is first drawn from
// its file; raster_with_picture_ms_p50, for which its drawing is read from the disk, as after a start of the program;
// and raster_ms_p50 and p99, raster_cpu_ms_p50 and p99 (processor time), for which it is in memory. What was drawn
// before this program makes no difference: the drawings are kept in a folder of their own.
void measure_raster(const assembly::Loaded& loaded, Figures& figures);

}  // namespace anteroom::bench
