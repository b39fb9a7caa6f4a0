// How the process holds memory: a kiosk runs for years beside little else, and what it does not need it gives back.
#pragma once

namespace anteroom::platform {

// Makes every large block (a layer, a decoded picture) its own mapping, returned to the system when it is freed. The C
// library would otherwise move its limit up after the first of them and keep the later ones. Before the first large
// block.
void map_large_blocks();

// Returns free memory of all threads to the system. Takes about a millisecond.
void release_free_memory();

}  // namespace anteroom::platform
