// Which of the monitors at this computer is the one that a screen is shown on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "paint/pixels.h"

namespace anteroom::platform {

using paint::Area;

// A monitor that is plugged in.
struct ConnectedMonitor {
  std::string connector;      // "HDMI-1"; empty where the system does not tell
  std::string name;           // its own: "DELL P2419H"; empty where it has none
  std::optional<Area> place;  // on the desktop, in pixels; none: it is switched off
};

struct MonitorChoice {
  int number = 0;    // counted from 0, those that are switched off, too
  std::string name;  // of the connector or the monitor's own; empty: the number counts
};

class OwnMonitor {
 public:
  explicit OwnMonitor(MonitorChoice choice) : choice_(std::move(choice)) {}

  // Which of `connected` it is; none: it is not among them. Connectors are named as the X server or as the kernel does
  // ("HDMI-1", "HDMI-A-1"), upper case the same as lower; a monitor's own name may be a part of what the system calls
  // it. A monitor that was chosen by its number is known by its connector from the first time that it is found: others
  // that come and go do not make it another one.
  std::optional<std::size_t> index(const std::vector<ConnectedMonitor>& connected);

  // What to say while it is missing: "monitor 1 is not connected; waiting for it (connected: HDMI-1 "DELL P2419H")".
  std::string missing(const std::vector<ConnectedMonitor>& connected);
  // What to say where more than one of `connected` answers to the name; empty: none or one does.
  std::string ambiguous(const std::vector<ConnectedMonitor>& connected) const;
  // "monitor 1", "monitor HDMI-1".
  std::string called() const;

 private:
  std::vector<std::size_t> named(const std::vector<ConnectedMonitor>& connected) const;

  MonitorChoice choice_;
  std::string known_as_;  // the connector, else the name, of the one that was chosen by its number, once found
};

}  // namespace anteroom::platform
