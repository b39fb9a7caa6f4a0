// How harmful pictures slow down the screen: figures of `bench`.
#pragma once

#include "bench/measure.h"
#include "model/settings.h"
#include "platform/clock.h"
#include "platform/voice.h"
#include "platform/window.h"

namespace anteroom::bench {

// Runs its own packs on `window`, with the screen and the timing of `settings`, and sets
// - picture_storm_gap_ms_max, the longest time between two frames of a cross-fade, while pictures are drawn that never
//   end, are damaged or take all memory; picture_storm_fades and picture_storm_refused, the number of fades measured
//   and of cards left out;
// - touch_during_slow_picture_ms_p50 and p95, from a press until the frame that shows it is on the screen, while an
//   endless picture is being drawn for the next card, and touch_during_slow_picture_count, the number of presses.
// Returns false if a pack could not be written.
bool measure_picture_storm(Settings settings, platform::Window& window, const platform::Clock& clock,
                           platform::Voice& voice, Figures& figures);

}  // namespace anteroom::bench
