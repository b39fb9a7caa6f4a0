#include "commands/chosen_screen.h"

#include "commands/faults.h"
#include "platform/clock.h"

namespace anteroom::commands {

ChosenScreen::ChosenScreen(const assembly::SourceOptions& source)
    : config_(assembly::config_file(source)),
      loaded_(assembly::load(assembly::load_settings(source, files_, diagnostics_), config_, files_, diagnostics_,
                             assembly::Times::chosen)) {}

bool ChosenScreen::has_content() const {
  if (!loaded_.content.settings.content.empty()) return true;
  print(diagnostics_);
  return false;
}

WallTime ChosenScreen::now() const {
  return platform::Clock(loaded_.content.settings.time_zone).now().wall;
}

}  // namespace anteroom::commands
