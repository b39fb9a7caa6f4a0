// The processes that this one has started.
#pragma once

namespace anteroom::platform {

// Kills those that are left, and waits until they have ended.
void end_children();

}  // namespace anteroom::platform
