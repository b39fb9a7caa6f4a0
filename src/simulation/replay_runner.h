// Carries out a replay file's steps in a simulation.
#pragma once

#include <filesystem>
#include <string>

#include "assembly/load.h"
#include "platform/voice.h"
#include "simulation/replay_file.h"
#include "simulation/simulation.h"

namespace anteroom::simulation {

class ReplayRunner {
 public:
  // `out`: the folder for the pictures that `shot` takes, created if missing; empty: none are taken.
  ReplayRunner(assembly::Loaded loaded, std::filesystem::path out);
  // The same in real time, with a real voice. Requires: `voice` outlives it.
  ReplayRunner(assembly::Loaded loaded, std::filesystem::path out, platform::Voice& voice);

  // Carries out `step`. Returns why it failed; empty: it succeeded.
  std::string run(const Step& step);

 private:
  std::string carry_out(const Wait& wait);
  std::string carry_out(const Listen&);
  std::string carry_out(const SetWallClock& set);
  std::string carry_out(const Tap& tap);
  std::string carry_out(const Press& press);
  std::string carry_out(const Drag& drag);
  std::string carry_out(const Release&);
  std::string carry_out(const Palm&);
  std::string carry_out(const PressKey& press);
  std::string carry_out(const PutUpNotice& put_up);
  std::string carry_out(const Expect& expect) const;
  std::string carry_out(const Shot& shot);
  static std::string carry_out(const Unreadable& unreadable);

  std::filesystem::path out_;
  Simulation simulation_;
};

}  // namespace anteroom::simulation
