// Visits of random users, after each of which the screen must be as for the first patient of the day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>

#include "assembly/load.h"
#include "simulation/random_user.h"
#include "simulation/simulation.h"

namespace anteroom::simulation {

class Visits {
 public:
  struct Counts {
    long visits = 0, acts = 0, scenes = 0, resets = 0;
    std::map<std::size_t, long> found;  // index of a card -> how many visitors it was there for when they came
  };
  struct Shares {
    double least = 1, most = 1;
  };

  // The same seed on the same content does the same things; `journal` as for RandomUser.
  Visits(const assembly::Loaded& loaded, std::uint64_t seed, std::ostream* journal);

  // Simulates a day of visits. Returns the first fault; empty: none.
  std::string live_a_day();
  // Simulates one visit, some minutes after the last one. Returns the first fault; empty: none.
  std::string live_a_visit();

  const Counts& counts() const { return counts_; }
  // How often visitors found the rarest and the most frequent card, compared with its part of the loop's time: 1 is as
  // often as if nobody ever came.
  Shares shares() const;
  const scene::Scene& scene() const { return simulation_.scene(); }

 private:
  MonoTime now() const { return simulation_.now().mono; }
  const State& state() const { return simulation_.kiosk().state(); }
  std::string visit();
  std::string look();
  std::string walk_away();

  Simulation simulation_;
  RandomUser user_;
  Counts counts_;
};

}  // namespace anteroom::simulation
