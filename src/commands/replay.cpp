#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "assembly/load.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "platform/speech_dispatcher.h"
#include "simulation/replay_runner.h"

namespace anteroom::commands {

namespace fs = std::filesystem;

int replay(const ReplayOptions& options) {
  std::ifstream file(options.file);
  if (!file || !fs::is_regular_file(options.file)) {
    std::cerr << options.file.string() << ": error: cannot be read\n";
    return wrong_usage;
  }
  std::ostringstream text;
  text << file.rdbuf();
  source::Diagnostics diagnostics;
  assembly::Loaded loaded = assembly::load(options.source, diagnostics);
  print(diagnostics);
  Screen& set = loaded.content.settings.screen;
  set = assembly::resized(set, {set.width_px, set.height_px});
  std::unique_ptr<platform::SpeechDispatcher> voice;
  if (options.real_voice) voice = std::make_unique<platform::SpeechDispatcher>();
  using simulation::ReplayRunner;
  ReplayRunner runner =
      voice ? ReplayRunner(std::move(loaded), options.out, *voice) : ReplayRunner(std::move(loaded), options.out);
  const std::vector<simulation::Step> steps = simulation::parse_replay(text.str());
  for (const simulation::Step& step : steps) {
    const std::string fault = runner.run(step);
    if (fault.empty()) continue;
    std::cerr << options.file.string() << ":" << step.line << ": " << fault << "\n";
    return does_not_hold;
  }
  std::cout << options.file.string() << ": " << steps.size() << " steps hold\n";
  return fine;
}

}  // namespace anteroom::commands
