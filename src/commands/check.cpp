#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands/load.h"
#include "content/check_pack.h"
#include "content/read_settings.h"
#include "paint/pictures.h"
#include "platform/clock.h"

namespace anteroom::commands {

namespace {

nlohmann::json to_json(const content::Diagnostics& diagnostics) {
  nlohmann::json list = nlohmann::json::array();
  for (const content::Diagnostic& each : diagnostics.sorted()) {
    list.push_back({{"path", each.path},
                    {"line", each.line},
                    {"column", each.column},
                    {"severity", each.severity == content::Severity::error ? "error" : "warning"},
                    {"rule", each.rule},
                    {"message", each.message}});
  }
  return list;
}

std::string count(int number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

}  // namespace

int check(const CheckOptions& options) {
  content::Diagnostics diagnostics;
  const Settings settings = load_settings(options.source, diagnostics);
  content::read_interface_words(house_folder() / "assets" / "interface", diagnostics);
  paint::Pictures pictures(0);
  const content::PackOptions pack_options{
      settings.vars, [&](const std::filesystem::path& file) { return pictures.fault(file.string()); }, picture_facts};
  const platform::Clock clock(settings.time_zone);
  const Pack pack =
      content::check_pack(settings.content, pack_options, settings, date_of(clock.now().wall), diagnostics);

  if (options.json) {
    std::cout << to_json(diagnostics).dump(2) << "\n";
  } else {
    print(diagnostics);
    std::cout << settings.content << ": " << count(static_cast<int>(pack.cards.size()), "sound card") << ", "
              << count(diagnostics.errors(), "error") << ", " << count(diagnostics.warnings(), "warning") << "\n";
  }
  const bool holds = diagnostics.errors() == 0 && !(options.strict && diagnostics.warnings() > 0);
  return holds ? fine : does_not_hold;
}

}  // namespace anteroom::commands
