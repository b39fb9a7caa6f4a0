// How a running screen is, in files for whoever watches over it: a script, a monitoring agent, `systemctl`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "model/time.h"

namespace anteroom::runtime {

struct Health {
  std::string screen;               // the settings' name without its ending: "kiosk"
  std::string version;              // of the program
  std::string pack;                 // folder of the cards
  std::string card;                 // the one on the screen; empty: none
  std::int64_t written_s = 0;       // when: seconds since 1970, by the wall clock
  std::uint64_t frames = 0;         // shown since the start
  std::uint64_t slow_frames = 0;    // of these, those that took longer than `slow_frame` to compose and show
  double frame_age_s = 0;           // since the last one; a still card shows none
  std::uint64_t rss_bytes = 0;      // resident memory of the process
  std::uint64_t cache_bytes = 0;    // of that, painted layers and decoded pictures
  bool display = false;             // its monitor is there
  bool touch = false;               // there is a touchscreen
  bool clock_trusted = false;       // the wall clock shows no impossibly early day
  std::vector<std::string> faults;  // what is wrong now, as the log names it; at most max_faults
  int restarts = 0;                 // since the machine started
};

// A frame that takes longer than two of a monitor with 60 a second can be seen to be late.
constexpr Millis slow_frame{33};
constexpr std::size_t max_faults = 50;

// One JSON object with a member for each field.
std::string to_json(const Health& health);
// The same as metrics in the text format of Prometheus, each with a label `screen`.
std::string to_prometheus(const Health& health);

// Writes status.json and anteroom.prom into a folder, each time as whole files. An empty folder: does nothing.
class HealthFiles {
 public:
  static constexpr std::chrono::seconds every{15};

  // Counts this start in the folder, which is empty after each start of the machine.
  explicit HealthFiles(std::filesystem::path folder);

  bool are_wanted() const { return !folder_.empty(); }
  // True if the last ones are older than `every`.
  bool are_due(MonoTime now) const { return are_wanted() && now >= due_; }
  // How long until then; Millis::max() if they are not wanted.
  Millis until_due(MonoTime now) const;
  void write(Health health, MonoTime now);
  // What was written is no longer so: the next ones are due at once.
  void expire() { due_ = {}; }

 private:
  std::filesystem::path folder_;
  int restarts_ = 0;
  MonoTime due_{};
};

// $RUNTIME_DIRECTORY, the folder that systemd gives a service in /run; empty if there is none.
std::filesystem::path health_folder();

// Resident memory of this process in bytes; 0 if the system does not tell.
std::uint64_t resident_bytes();

}  // namespace anteroom::runtime
