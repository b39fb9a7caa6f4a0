#include "platform/service_link.h"

#include <systemd/sd-daemon.h>

#include <cstdint>

namespace anteroom::platform {

ServiceLink::ServiceLink() {
  std::uint64_t microseconds = 0;
  if (::sd_watchdog_enabled(0, &microseconds) > 0) {
    longest_rest_ = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(microseconds)) / 2;
  }
}

void ServiceLink::ready(const std::string& what) {
  if (what == told_) return;
  told_ = what;
  ::sd_notify(0, ("READY=1\nSTATUS=" + what).c_str());
}

void ServiceLink::alive() {
  if (longest_rest_ == std::chrono::milliseconds::max()) return;
  const Clock::time_point now = Clock::now();
  if (now - fed_ < longest_rest_ / 2) return;
  fed_ = now;
  ::sd_notify(0, "WATCHDOG=1");
}

void ServiceLink::stopping() {
  ::sd_notify(0, "STOPPING=1");
}

}  // namespace anteroom::platform
