#include "platform/memory.h"

#include <cstdlib>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace anteroom::platform {

void map_large_blocks() {
#ifdef M_MMAP_THRESHOLD
  constexpr int large = 256 * 1024;
  mallopt(M_MMAP_THRESHOLD, large);
  mallopt(M_ARENA_MAX, 2);  // for the event loop's thread and the paint worker's
#endif
}

void release_free_memory() {
#ifdef M_MMAP_THRESHOLD
  malloc_trim(0);
#endif
}

}  // namespace anteroom::platform
