// When this program was released, and what that says about the clock.
#pragma once

#include <filesystem>
#include <string>

#include "model/content.h"
#include "model/time.h"
#include "source/diagnostic.h"

namespace anteroom::assembly {

// The number and the day of this release, from CMakeLists.txt.
std::string version();
Date release_date();

// Reports a wall clock that shows `now` if it cannot be right. `config`: the settings file, for which it is reported.
// Errors: wrong-clock.
void check_clock(const Content& content, WallTime now, const std::filesystem::path& config,
                 source::Diagnostics& diagnostics);

// Notices when the clock of a running kiosk becomes wrong (its battery fails) or right again.
class ClockTrust {
 public:
  // `possible`: whether the clock could be right when it was last reported.
  explicit ClockTrust(bool possible) : possible_(possible) {}

  // What to log now that the clock shows `now`; empty: nothing has changed.
  std::string news(const Content& content, WallTime now, const std::filesystem::path& config);

 private:
  bool possible_;
};

}  // namespace anteroom::assembly
