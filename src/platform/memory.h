// How the process manages memory: a kiosk runs for years, and gives back what it does not need.
#pragma once

namespace anteroom::platform {

// Makes every large block (a layer, a decoded picture) its own mapping, returned to the system when it is freed. The C
// library would otherwise raise its threshold after the first of them and keep the later ones. Call before the first
// large block is allocated.
void map_large_blocks();

// Returns free memory of all threads to the system. Takes about a millisecond.
void release_free_memory();

}  // namespace anteroom::platform
