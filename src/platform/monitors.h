// Which of this computer's monitors a screen is shown on.
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
  std::string connector;      // "HDMI-1"; empty if the system does not report it
  std::string name;           // its own: "DELL P2419H"; empty if it has none
  std::optional<Area> place;  // on the desktop, in pixels; none: it is switched off
  int turned = 0;             // degrees by which the system turns its picture anticlockwise: 0, 90, 180 or 270
};

struct MonitorChoice {
  int number = 0;    // from 0; those that are switched off count, too
  std::string name;  // of the connector or the monitor's own; empty: the number is used
};

class OwnMonitor {
 public:
  explicit OwnMonitor(MonitorChoice choice) : choice_(std::move(choice)) {}

  // The index of the chosen monitor in `connected`; none: it is not there. Connectors are named as by the X server or
  // by the kernel ("HDMI-1", "HDMI-A-1"), ignoring case; a monitor's own name may be part of what the system calls it.
  // A monitor chosen by number is known by its connector once it has been found: others that come and go do not change
  // the choice.
  std::optional<std::size_t> index(const std::vector<ConnectedMonitor>& connected);

  // Why it cannot be used: "monitor 1 is not connected (connected: HDMI-1 "DELL P2419H")".
  std::string absence(const std::vector<ConnectedMonitor>& connected);
  // The message while it is missing: "monitor 1 is not connected; waiting for it (connected: HDMI-1 "DELL P2419H")".
  std::string missing(const std::vector<ConnectedMonitor>& connected);
  // The message if more than one of `connected` matches the name; empty: none or one does.
  std::string ambiguous(const std::vector<ConnectedMonitor>& connected) const;
  // The message while another program has it: "another Anteroom (process 71) fills monitor `HDMI-1`; ...". A
  // `process` of 0 is not known.
  std::string taken(unsigned long process) const;
  // "monitor 1", "monitor HDMI-1".
  std::string called() const;

 private:
  std::string state_in_words(const std::vector<ConnectedMonitor>& connected);
  std::vector<std::size_t> named(const std::vector<ConnectedMonitor>& connected) const;

  MonitorChoice choice_;
  std::string known_as_;  // connector, else name, of the monitor chosen by number, once found
};

}  // namespace anteroom::platform
