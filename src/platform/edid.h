// What a monitor reports about itself: its EDID, as the kernel provides it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/monitors.h"

namespace anteroom::platform {

// The panel as built, however it is mounted.
struct Monitor {
  double width_mm = 0, height_mm = 0;
  int width_px = 0, height_px = 0;  // of its preferred mode; 0: not reported
  friend bool operator==(const Monitor&, const Monitor&) = default;
};

// What the first 128 bytes of `edid` say; none if they are not a valid EDID, or give no size that a panel can have. The
// size is that of the first detailed timing in mm, else bytes 21 and 22 in cm (VESA E-EDID 1.4: 3.6, 3.10.2).
std::optional<Monitor> parse_edid(const std::vector<std::uint8_t>& edid);

// The monitor's own name in `edid`, such as "DELL P2419H": the display product name of VESA E-EDID 1.4, 3.10.3.4,
// without the spaces around it. Empty: it has none, or this is not a valid EDID.
std::string edid_name(const std::vector<std::uint8_t>& edid);

// Where the kernel lists the graphics card's connectors.
inline constexpr const char* connectors_folder = "/sys/class/drm";

// A connected monitor, and what it reports about itself.
struct ReportedMonitor {
  ConnectedMonitor monitor;
  std::optional<Monitor> size;
};

// The connected monitors in the order of the connectors' names. Where each is on the desktop is not known.
std::vector<ReportedMonitor> reported_monitors(const std::filesystem::path& folder);

// Why the monitor that `choice` means is not there: OwnMonitor::absence of the connected ones, counted in the order of
// the connectors' names. Empty: it is.
std::string absent_monitor(const std::filesystem::path& folder, const MonitorChoice& choice);

// The connected monitor that `choice` means, counted in the order of the connectors' names. None: it is not connected,
// or does not report its size.
std::optional<Monitor> connected_monitor(const std::filesystem::path& folder, const MonitorChoice& choice);

}  // namespace anteroom::platform
