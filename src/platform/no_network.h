// The kiosk needs no network, and gives up the right to have one.
#pragma once

#include <string>

namespace anteroom::platform {

// From now on no thread of this process, and no process that it starts, can open a socket but local ones (unix(7), and
// netlink(7) for the kernel's news of devices). What is open stays open. Returns why that could not be had; empty: it
// is so.
std::string refuse_network();

}  // namespace anteroom::platform
