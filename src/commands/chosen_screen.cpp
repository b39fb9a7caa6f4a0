#include "commands/chosen_screen.h"

#include "commands/faults.h"
#include "platform/clock.h"

namespace anteroom::commands {

ChosenScreen::ChosenScreen(const assembly::SourceOptions& source)
    : config_(assembly::config_file(source)),
      first_(runtime::first_settings(source, std::nullopt)),
      loaded_(assembly::load(first_.settings, config_, first_.files, first_.diagnostics, assembly::Times::chosen)) {}

bool ChosenScreen::has_content() const {
  if (!loaded_.content.settings.content.empty()) return true;
  print(first_.diagnostics);
  return false;
}

WallTime ChosenScreen::now() const {
  return platform::Clock(loaded_.content.settings.time_zone).now().wall;
}

}  // namespace anteroom::commands
