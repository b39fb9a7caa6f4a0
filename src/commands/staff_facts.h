// What the staff's panel of a running screen tells, and the notices that it puts up.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/state.h"
#include "runtime/health.h"
#include "staff/panel.h"

namespace anteroom::commands {

struct StaffSources {
  const Content& content;
  const State& state;
  const runtime::Health& health;
  std::filesystem::path state_folder, notice_file;
  Millis uptime{0};
  std::vector<float> frame_ms = {};
};

// Everything as it is at `now`; days and times in digits.
staff::Facts staff_facts(const StaffSources& sources, WallTime now);

// Puts up the ready-made notice `name` as `anteroom notice` does: an urgent one until it is taken down, any other until
// midnight. `name`: as in the facts, with the minutes that it tells behind it. Returns what went wrong; empty: nothing.
std::string put_up_notice(const std::filesystem::path& file, const std::string& name, WallTime now);
// Takes down the notice that is up. Likewise.
std::string take_down_notice(const std::filesystem::path& file, WallTime now);

}  // namespace anteroom::commands
