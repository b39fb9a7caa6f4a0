// What staff change at the panel that is kept in the settings: how fast the loop is, the opening hours, the language of
// the wall.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assembly/source.h"
#include "staff/panel.h"
#include "usage/summary.h"

namespace anteroom::commands {

// The settings of a screen and of the wall beside it as their files are, and how the screen was used.
struct StaffFiles {
  Settings own;
  std::filesystem::path wall_config;  // empty: no settings beside the screen's own are those of a wall
  Settings wall;
  std::vector<std::string> languages;  // that the wall may begin in
  usage::Summary usage;                // of the last 30 days
};
// Reads them. `languages`: of the pack.
StaffFiles staff_files(const assembly::SourceOptions& source, std::vector<std::string> languages, WallTime now);

// Each writes one thing where it stands now, and leaves everything else as it was, comments, order and line ends
// included. Where the screen may not write its settings, it writes into the panel's folder instead (see panel_folder).
// A change that the settings could not be read with is taken back. Returns what went wrong; empty: nothing.
std::string write_pace(const assembly::SourceOptions& source, Pace pace);
std::string write_day_hours(const assembly::SourceOptions& source, const Settings& settings, unsigned weekday,
                            const DayHours& hours);
std::string write_wall_language(const assembly::SourceOptions& source, const StaffFiles& files,
                                const std::string& language);

}  // namespace anteroom::commands
