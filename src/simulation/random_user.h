// A user who acts at random, from a seed: taps, drags, swipes, palms, keys and pauses.
#pragma once

#include <cstdint>
#include <ostream>
#include <random>
#include <string>

#include "simulation/simulation.h"

namespace anteroom::simulation {

// The same seed on the same content does the same things.
class RandomUser {
 public:
  // Requires: `simulation` outlives this. Every act is written to `journal`, if there is one, as
  // a line of a replay file.
  RandomUser(std::uint64_t seed, Simulation& simulation, std::ostream* journal);

  // One act at the screen, and a pause after it.
  void act();
  // Lets time pass without an act.
  void stay_away(Millis time);
  // A random number from 0 to `count` - 1. Requires: count > 0.
  std::size_t any(std::size_t count);

 private:
  scene::Point anywhere();
  void tap_something();
  void tap(scene::Point at);
  void drag(scene::Point from, scene::Point to);
  void note(const std::string& line);

  std::mt19937_64 random_;
  Simulation& simulation_;
  std::ostream* journal_;
};

}  // namespace anteroom::simulation
