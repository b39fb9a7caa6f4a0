// What pictures that do harm cost the screen: figures of `bench`.
#pragma once

#include "bench/measure.h"
#include "model/settings.h"
#include "platform/clock.h"
#include "platform/voice.h"
#include "platform/window.h"

namespace anteroom::bench {

// Runs packs of its own on `window`, with the screen and the timing of `settings`, and sets
// - picture_storm_gap_ms_max, the longest time between two frames of a cross-fade, while pictures are drawn that never
//   end, are damaged or take all memory; picture_storm_fades and picture_storm_refused, how many fades that were and
//   how many cards were left out;
// - touch_during_slow_picture_ms_p50 and p95, from a press until the frame that shows it is on the glass, while a
//   picture that takes for ever is drawn for the card ahead.
// Returns false if a pack could not be written.
bool measure_picture_storm(Settings settings, platform::Window& window, const platform::Clock& clock,
                           platform::Voice& voice, Figures& figures);

}  // namespace anteroom::bench
