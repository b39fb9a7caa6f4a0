// How the kiosk takes edits while it runs: figures of `bench`.
#pragma once

#include "bench/measure.h"
#include "model/settings.h"
#include "platform/clock.h"
#include "platform/voice.h"
#include "platform/window.h"

namespace anteroom::bench {

// Sets, for a pack of 1,000 cards of which one is edited again and again, save_to_frame_ms_p50 and p95 (from saving the
// next card's file until its first frame, the loop being moved on once the edit is taken) and reload_gap_ms_max (the
// longest time between two frames of fades that run while the pack is reread). Returns false if the pack could not be
// written, or an edit was not shown.
bool measure_reloads(const Screen& screen, platform::Window& window, const platform::Clock& clock,
                     platform::Voice& voice, Figures& figures);

// Sets reloads and reload_rss_growth_kb: by how much this process grows from the 100th reading of an edited pack to the
// last. Needs no window. Returns false if the pack could not be written.
bool measure_reload_memory(int reloads, Figures& figures);

}  // namespace anteroom::bench
