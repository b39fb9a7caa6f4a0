#include "commands/chosen_screen.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "assembly/own_command.h"
#include "commands/faults.h"
#include "commands/options.h"
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

std::string ChosenScreen::hide_what_staff_hide(const assembly::SourceOptions& source, std::chrono::local_days day) {
  const runtime::StaffMemory memory =
      runtime::read_staff_memory(runtime::staff_file(assembly::state_folder(source)), std::max(WallTime(day), now()));
  for (const auto& [id, until] : memory.hidden) {
    if (until < WallTime(day + std::chrono::days(1))) continue;
    for (Card& card : loaded_.content.pack.cards) {
      if (card.id == id) card.on_kiosk = card.on_wall = false;
    }
  }
  return said_of(memory, now());
}

std::string said_of(const runtime::StaffMemory& memory, WallTime time) {
  const auto when = [time](WallTime until) { return in_words(until, time); };
  std::string text;
  for (const auto& [card, until] : memory.hidden) {
    text += "staff have hidden `" + card + "` at the panel until " + when(until) + "\n";
  }
  if (memory.dark_until) {
    text += "staff have switched the screen off at the panel until " + when(*memory.dark_until) + "\n";
  }
  return text;
}

WallTime ChosenScreen::now() const {
  return platform::Clock(loaded_.content.settings.time_zone).now().wall;
}

void warn_of_past(WallTime time, WallTime now) {
  if (std::chrono::floor<std::chrono::days>(time) >= std::chrono::floor<std::chrono::days>(now)) return;
  std::cerr
      << "anteroom: that day is past: this is what the files of today say about it; what was on the screen then is "
         "not recorded\n";
}

}  // namespace anteroom::commands
