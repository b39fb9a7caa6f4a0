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
#include "simulation/visits.h"

namespace anteroom::commands {

namespace {

// Repeats the failure of `seed` and writes it as a replay file. Returns the file's name.
std::string write_replay(const assembly::Loaded& loaded, std::uint64_t seed, int days, const std::string& fault) {
  std::string name = "soak-seed-" + std::to_string(seed) + ".replay";
  std::ofstream file(name);
  file << "# seed " << seed << ": " << fault << "\n";
  simulation::Visits again(loaded, seed, &file);
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
  simulation::Visits soak(loaded, options.seed, nullptr);
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
  figures.set("card_found_least", soak.shares().least);
  figures.set("card_found_most", soak.shares().most);
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
