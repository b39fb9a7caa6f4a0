// How large the screen is if the settings do not say, or if a command chooses.
#pragma once

#include <optional>

#include "model/settings.h"
#include "platform/edid.h"

namespace anteroom::assembly {

// `screen` as it is if the settings give its millimetres; else with those of `monitor`, or the defaults, turned as the
// screen hangs. Pixels from the settings stay, and the millimetres take their orientation; else the pixels, too, are
// the monitor's or the defaults.
Screen sized(Screen screen, const std::optional<platform::Monitor>& monitor);

struct Size {
  int width = 0, height = 0;  // pixels
};

// `screen` with `size` pixels; if their shape differs, the millimetres take it, at the same diagonal.
Screen resized(Screen screen, Size size);

}  // namespace anteroom::assembly
