// What the staff's panel of a running screen tells, and the notices that it puts up.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "commands/staff_settings.h"
#include "model/state.h"
#include "runtime/health.h"
#include "staff/panel.h"

namespace anteroom::commands {

struct StaffSources {
  const Content& content;
  const State& state;
  const runtime::Health& health;
  std::filesystem::path state_folder;
  std::vector<std::filesystem::path> notice_files;  // the first that may be written is written
  Millis uptime{0};
  std::vector<float> frame_ms = {};
  const StaffFiles* files = nullptr;  // null: they have not been read yet
  std::string said = {};              // what became of the last wish
};

// Everything as it is at `now`; days and times in digits.
staff::Facts staff_facts(const StaffSources& sources, WallTime now);

// Puts up the ready-made notice `name` as `anteroom notice` does: an urgent one until it is taken down, any other until
// midnight; in the first of `files` that may be written. `name`: as in the facts, with the minutes that it tells behind
// it. Returns what went wrong; empty: nothing.
std::string put_up_notice(const std::vector<std::filesystem::path>& files, const std::string& name, WallTime now);
// Takes down the notice that is up, out of the one of `files` that has it. Likewise.
std::string take_down_notice(const std::vector<std::filesystem::path>& files, WallTime now);

}  // namespace anteroom::commands
