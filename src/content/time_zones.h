// Time zones by name, as the clock of the C library reads them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace anteroom::content {

// Where the C library looks for its zones.
inline constexpr const char* zone_folder = "/usr/share/zoneinfo";

// True when the clock reads `name` as what it says: "UTC", or an Area/City that has a file in `folder`. Other words are
// refused, since POSIX reads them its own way and without a word: "PST" is UTC, "GMT+2" is two hours behind it. Where
// the folder is not there the clock knows UTC only, but the settings are as sound as elsewhere: ICU's names of the form
// Area/City count then.
bool is_time_zone(std::string_view name, const std::filesystem::path& folder = zone_folder);

// "; did you mean `America/Toronto`?", also for "Toronto"; an empty string when no zone is near.
std::string time_zone_meant(std::string_view typed, const std::filesystem::path& folder = zone_folder);

}  // namespace anteroom::content
