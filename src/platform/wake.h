// Waking the event loop from another thread.
#pragma once

namespace anteroom::platform {

// Makes a sleeping event loop return once. From any thread, at any time; without a loop it does nothing.
void wake();

}  // namespace anteroom::platform
