// When this program was released, and what that says of the clock.
#pragma once

#include <filesystem>
#include <string>

#include "model/content.h"
#include "model/time.h"
#include "source/diagnostic.h"

namespace anteroom::assembly {

// The day of this release, as CMakeLists.txt says.
Date release_date();

// Names a wall clock that shows `now` and cannot be right. `config`: the settings of the screen whose clock it is.
// Errors: wrong-clock.
void check_clock(const Content& content, WallTime now, const std::filesystem::path& config,
                 source::Diagnostics& diagnostics);

// Notices when the clock of a running kiosk becomes wrong (its battery fails) or right again.
class ClockTrust {
 public:
  // `possible`: what has been said of the clock so far.
  explicit ClockTrust(bool possible) : possible_(possible) {}

  // What is to be logged now that the clock shows `now`; empty: nothing has changed.
  std::string news(const Content& content, WallTime now, const std::filesystem::path& config);

 private:
  bool possible_;
};

}  // namespace anteroom::assembly
