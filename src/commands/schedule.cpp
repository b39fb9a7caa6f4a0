// `anteroom schedule`: prints what is on the screen on a day.
#include <iostream>

#include "assembly/load.h"
#include "commands/options.h"
#include "platform/clock.h"
#include "report/why_report.h"

namespace anteroom::commands {

int schedule(const ScheduleOptions& options) {
  source::Diagnostics diagnostics;
  source::TomlFiles files;
  const std::filesystem::path config = assembly::config_file(options.source);
  const assembly::Loaded loaded = assembly::load(assembly::load_settings(options.source, files, diagnostics), config,
                                                 files, diagnostics, assembly::Times::chosen);
  if (loaded.content.settings.content.empty()) {
    assembly::print(diagnostics);
    return does_not_hold;
  }
  const WallTime now = platform::Clock(loaded.content.settings.time_zone).now().wall;
  const bool is_day = options.day.find(':') == std::string::npos;
  const std::optional<WallTime> day = options.day.empty() ? now
                                      : is_day            ? parse_moment(options.day, now)
                                                          : std::nullopt;
  if (!day) {
    std::cerr << "anteroom: error: `" << options.day << "` is no day; write it as 2026-12-24\n";
    return wrong_usage;
  }
  std::cout << report::schedule({loaded.content, config, files, diagnostics},
                                std::chrono::floor<std::chrono::days>(*day));
  return fine;
}

}  // namespace anteroom::commands
