// What systemd learns of the kiosk if it was started as a service of Type=notify, and nothing otherwise.
#pragma once

#include <chrono>
#include <string>

namespace anteroom::platform {

// Tells the service manager that the kiosk is ready, what it does, and that it is alive. For one thread.
class ServiceLink {
 public:
  // Reads from the environment whether there is a watchdog for this process: sd_watchdog_enabled(3).
  ServiceLink();

  // The longest time between two calls of alive(), half of what the watchdog allows; Millis::max() without one.
  std::chrono::milliseconds longest_rest() const { return longest_rest_; }

  // The screen shows something, or waits for its monitor; `what` is what `systemctl status` shows. Only a call with
  // another `what` than before is passed on.
  void ready(const std::string& what);
  // Feeds the watchdog, at most as often as it needs. Whoever calls this says that the last wait ended as it should and
  // that all that was wanted on the screen is there.
  void alive();
  // The kiosk is ending, as it was told to.
  void stopping();

 private:
  using Clock = std::chrono::steady_clock;

  std::chrono::milliseconds longest_rest_ = std::chrono::milliseconds::max();
  std::string told_;
  Clock::time_point fed_{};
};

}  // namespace anteroom::platform
