// `anteroom soak`: days of random users in virtual time.
#include <algorithm>
#include <fstream>
#include <iostream>

#include "assembly/load.h"
#include "assembly/own_command.h"
#include "bench/measure.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "platform/memory.h"
#include "scene/rules.h"
#include "simulation/random_user.h"

namespace anteroom::commands {

namespace {

constexpr Millis day = std::chrono::hours(24);

struct Counts {
  long visits = 0, acts = 0, scenes = 0, resets = 0;
};

// The simulated days of one seed.
class Soak {
 public:
  Soak(const assembly::Loaded& loaded, std::uint64_t seed, std::ostream* journal)
      : simulation_(loaded), user_(seed, simulation_, journal) {}

  // Simulates a day of visits. Returns the first fault; empty: none.
  std::string live_a_day() {
    const MonoTime end = now() + day;
    while (now() < end) {
      user_.stay_away(std::chrono::minutes(5) + Millis(user_.any(std::size_t{30} * 60'000)));
      if (std::string fault = visit(); !fault.empty()) return fault;
    }
    return {};
  }
  const Counts& counts() const { return counts_; }
  const scene::Scene& scene() const { return simulation_.scene(); }

 private:
  MonoTime now() const { return simulation_.now().mono; }
  const State& state() const { return simulation_.kiosk().state(); }

  std::string visit() {
    ++counts_.visits;
    const std::size_t acts = 1 + user_.any(25);
    for (std::size_t i = 0; i < acts; ++i) {
      user_.act();
      ++counts_.acts;
      if (std::string fault = look(); !fault.empty()) return fault;
    }
    return walk_away();
  }

  // The first fault of the current screen; empty: none.
  std::string look() {
    ++counts_.scenes;
    const std::vector<std::string> faults = scene::faults(simulation_.scene());
    return faults.empty() ? "" : faults.front();
  }

  // No more input: after at most the longest idle timeout and the warning, the screen must be ready for the next
  // patient. Returns the first fault; empty: none.
  std::string walk_away() {
    const Idle& idle = simulation_.kiosk().content().settings.idle;
    const MonoTime latest = now() + idle.longest + idle.warning + forgotten_finger + std::chrono::seconds(2);
    const bool to_lose = has_something_to_lose(state().session);
    while (!(state().session == Session{})) {
      if (now() > latest) return "home: the screen did not find its way back by itself";
      user_.stay_away(std::max(Millis(1), simulation_.kiosk().next_deadline() - now()));
      if (std::string fault = look(); !fault.empty()) return fault;
    }
    if (!to_lose) return {};
    ++counts_.resets;
    if (!(start(simulation_.kiosk().content(), simulation_.now()) == state()))
      return "reset: the state differs from that of a fresh start";
    if (!(simulation_.fresh_scene() == simulation_.scene()))
      return "reset: the first scene differs from that of a fresh start";
    return {};
  }

  simulation::Simulation simulation_;
  simulation::RandomUser user_;
  Counts counts_;
};

// Repeats the failure of `seed` and writes it as a replay file. Returns the file's name.
std::string write_replay(const assembly::Loaded& loaded, std::uint64_t seed, int days, const std::string& fault) {
  std::string name = "soak-seed-" + std::to_string(seed) + ".replay";
  std::ofstream file(name);
  file << "# seed " << seed << ": " << fault << "\n";
  Soak again(loaded, seed, &file);
  for (int i = 0; i <= days; ++i) {
    if (!again.live_a_day().empty()) break;
  }
  file << "expect screen " << again.scene().screen << "\nshot failure\n";
  return name;
}

}  // namespace

int soak(const SoakOptions& options) {
  platform::map_large_blocks();
  source::Diagnostics diagnostics;
  const assembly::Loaded loaded = assembly::load(options.source, diagnostics);
  print(diagnostics);
  Soak soak(loaded, options.seed, nullptr);
  bench::Figures figures;
  figures.set("seed", static_cast<double>(options.seed));
  figures.set("rss_start_mb", bench::memory_mb("Rss"));
  std::string fault;
  int days = 0;
  // Until then caches fill.
  const int warm_up_days = std::max(1, options.days / 10);
  double warmed_up = 0;
  const double began = bench::monotonic_ms();
  while (days < options.days && fault.empty()) {
    fault = soak.live_a_day();
    platform::release_free_memory();
    if (++days == warm_up_days) warmed_up = bench::memory_mb("Rss");
  }
  figures.set("days", days);
  figures.set("visits", static_cast<double>(soak.counts().visits));
  figures.set("acts", static_cast<double>(soak.counts().acts));
  figures.set("scenes_checked", static_cast<double>(soak.counts().scenes));
  figures.set("resets", static_cast<double>(soak.counts().resets));
  figures.set("rss_after_a_tenth_mb", warmed_up);
  figures.set("rss_end_mb", bench::memory_mb("Rss"));
  // A kiosk runs for years: memory that grows by a megabyte in nine tenths of this would fill any machine.
  const bool grows = fault.empty() && days > warm_up_days && bench::memory_mb("Rss") - warmed_up >= 1;
  figures.set("seconds_a_day", (bench::monotonic_ms() - began) / 1000 / days);
  figures.set("failures", fault.empty() && !grows ? 0 : 1);
  std::cout << (options.json ? figures.to_json() + "\n" : figures.to_text());
  if (grows) {
    std::cerr << "anteroom soak: memory grew by a megabyte or more after the first tenth of the days\n";
    return does_not_hold;
  }
  if (fault.empty()) return fine;
  const std::string replay = write_replay(loaded, options.seed, days, fault);
  std::cerr << "anteroom soak: seed " << options.seed << ", day " << days << ", screen " << soak.scene().screen << " "
            << soak.scene().card << ": " << fault << "\n`"
            << assembly::own_command("replay " + assembly::shell_word(replay), options.source)
            << " --out DIR` leads there again; its shot \"failure\" is the screen that is meant\n";
  return does_not_hold;
}

}  // namespace anteroom::commands
