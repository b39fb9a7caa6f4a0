// How things move on the screen.
#pragma once

#include "model/time.h"

namespace anteroom {

// Between two frames of a movement or a fade: as fast as a 60 Hz screen can show.
inline constexpr Millis frame_time{16};

// How far a movement has come after the share `t` of its time, 0 to 1: slow at both ends.
constexpr double smooth_step(double t) {
  return t * t * (3 - 2 * t);
}

}  // namespace anteroom
