// How long painting a card takes: figures of `bench`.
#pragma once

#include "assembly/load.h"
#include "bench/measure.h"

namespace anteroom::bench {

// Sets raster_with_picture_ms_p50 (wall time), for which the card's picture must be drawn first, and raster_ms_p50 and
// p99 (wall time) and raster_cpu_ms_p50 and p99 (processor time), for which it is cached.
void measure_raster(const assembly::Loaded& loaded, Figures& figures);

}  // namespace anteroom::bench
