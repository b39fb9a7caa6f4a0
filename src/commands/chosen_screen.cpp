#include "commands/chosen_screen.h"

#include <utility>

#include "assembly/own_command.h"
#include "commands/faults.h"
#include "platform/clock.h"

namespace anteroom::commands {

ChosenScreen::ChosenScreen(const assembly::SourceOptions& source)
    : config_(assembly::config_file(source)),
      check_(assembly::own_command("check", source)),
      first_(runtime::first_settings(source, std::nullopt)),
      loaded_(assembly::load(first_.settings, config_, first_.files, first_.diagnostics, assembly::Times::chosen)) {}

bool ChosenScreen::has_content() const {
  if (!loaded_.content.settings.content.empty()) return true;
  print(first_.diagnostics);
  return false;
}

std::optional<runtime::Reading> ChosenScreen::show_what_stays(const assembly::SourceOptions& source) {
  runtime::LastGood good(assembly::state_folder(source), runtime::Copying::off);
  if (!good.has_any()) return {};
  runtime::Reading reading = good.read(loaded_.content.settings, config_, {}, runtime::UnknownCards::hold);
  if (reading.stays.empty() || reading.loaded.content.pack.cards.empty()) return {};
  loaded_ = std::move(reading.loaded);
  return reading;
}

WallTime ChosenScreen::now() const {
  return platform::Clock(loaded_.content.settings.time_zone).now().wall;
}

}  // namespace anteroom::commands
