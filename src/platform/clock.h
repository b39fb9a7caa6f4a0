// The machine's clocks.
#pragma once

#include <chrono>
#include <string>

#include "model/time.h"

namespace anteroom::platform {

class Clock {
 public:
  // Starts counting now. `time_zone`: an IANA name for the wall clock of the whole process; empty: the machine's.
  explicit Clock(const std::string& time_zone);
  Now now() const;

 private:
  std::chrono::steady_clock::time_point started_;
};

// The wall clock alone, in the process's time zone.
WallTime wall_now();

}  // namespace anteroom::platform
