// How large the screen is, where the settings leave it open or a command chooses.
#pragma once

#include <optional>

#include "model/settings.h"
#include "platform/edid.h"

namespace anteroom::assembly {

// `screen`, where its millimetres are not of the settings, with those of `monitor`, else with the defaults: turned as
// the screen hangs. Pixels of the settings stay, and the millimetres lie the way they do; else they are the monitor's,
// too.
Screen sized(Screen screen, const std::optional<platform::Monitor>& monitor);

struct Size {
  int width = 0, height = 0;  // pixels
};

// `screen` with `size` pixels; of another shape, the glass takes that shape at the same diagonal.
Screen resized(Screen screen, Size size);

}  // namespace anteroom::assembly
