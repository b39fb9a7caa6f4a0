// What reading a large pack costs: figures of `bench`.
#pragma once

#include "bench/measure.h"
#include "source/diagnostic.h"

namespace anteroom::bench {

// Sets big_pack_load_ms, big_pack_rss_mb and big_pack_cards for a generated pack of `cards` cards. Returns false if it
// could not be written, or not be read completely; then `diagnostics` says why.
bool measure_big_pack(int cards, Figures& figures, source::Diagnostics& diagnostics);

}  // namespace anteroom::bench
