// Time zones by name, as the clock of the C library reads them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace anteroom::content {

// Where the C library looks for its zones.
inline constexpr const char* zone_folder = "/usr/share/zoneinfo";

// True if the clock reads `name` as what it says: "UTC", or an Area/City that has a file in `folder`. Other names are
// refused, since POSIX silently reads them in its own way: "PST" is UTC, "GMT+2" is two hours behind it. If the folder
// does not exist the clock knows UTC only, but the settings are as valid as elsewhere: then ICU's names of the form
// Area/City are accepted.
bool is_time_zone(std::string_view name, const std::filesystem::path& folder = zone_folder);

// "; did you mean `America/Toronto`?", also for "Toronto"; an empty string if no zone is near.
std::string time_zone_suggestion(std::string_view typed, const std::filesystem::path& folder = zone_folder);

}  // namespace anteroom::content
