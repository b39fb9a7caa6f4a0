// How things move on the screen.
#pragma once

#include "model/time.h"

namespace anteroom {

// The time between two frames of a movement or a fade: that of a 60 Hz screen.
inline constexpr Millis frame_time{16};

// The progress of a movement after the share `t` of its time, 0 to 1: slow at both ends.
constexpr double smooth_step(double t) {
  return t * t * (3 - 2 * t);
}

}  // namespace anteroom
