// What staff did at the panel that outlives the program: staff.json in the state folder.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "model/time.h"

namespace anteroom::runtime {

struct StaffMemory {
  int wrong = 0;                           // PINs in a row
  std::map<std::string, WallTime> hidden;  // ids of cards -> until when
  std::optional<WallTime> dark_until;      // the screen is switched off
  std::optional<WallTime> cleaned;         // when the screen was cleaned last
  friend bool operator==(const StaffMemory&, const StaffMemory&) = default;
};

// The file in `state_folder`; empty if that is.
std::filesystem::path staff_file(const std::filesystem::path& state_folder);

// What it says that still holds at `now`; nothing if it is not there, or damaged.
StaffMemory read_staff_memory(const std::filesystem::path& file, WallTime now);
// The text of the file, without what is over at `now`.
std::string to_json(const StaffMemory& memory, WallTime now);

}  // namespace anteroom::runtime
