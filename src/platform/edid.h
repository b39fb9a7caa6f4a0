// What a monitor tells of itself: its EDID, as the kernel hands it on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/monitors.h"

namespace anteroom::platform {

// The panel as it was built, however it hangs.
struct Monitor {
  double width_mm = 0, height_mm = 0;
  int width_px = 0, height_px = 0;  // of its preferred mode; 0: it does not say
  friend bool operator==(const Monitor&, const Monitor&) = default;
};

// What the first 128 bytes of `edid` say; none when they are no sound EDID, or name no size that a panel can have. The
// size is that of the first detailed timing in mm, else bytes 21 and 22 in cm (VESA E-EDID 1.4: 3.6, 3.10.2).
std::optional<Monitor> parse_edid(const std::vector<std::uint8_t>& edid);

// The monitor's own name in `edid`, such as "DELL P2419H": the display product name of VESA E-EDID 1.4, 3.10.3.4,
// without the blanks around it. Empty: it has none, or this is no sound EDID.
std::string edid_name(const std::vector<std::uint8_t>& edid);

// Where the kernel tells of the graphics card's connectors.
inline constexpr const char* connectors_folder = "/sys/class/drm";

// The monitor that `choice` means of those connected, counted in the order of their connectors' names. None: it is not
// connected, or does not say how large it is.
std::optional<Monitor> connected_monitor(const std::filesystem::path& folder, const MonitorChoice& choice);

}  // namespace anteroom::platform
