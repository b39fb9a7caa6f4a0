// Notices when a pack's files change, and reads them again beside the running kiosk.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "assembly/load.h"
#include "source/diagnostic.h"

namespace anteroom::runtime {

// What was read again.
struct Reread {
  assembly::Loaded loaded;
  source::Diagnostics diagnostics;
};

// Reads the pack again in a thread of its own when its files have changed and then rested, and from time to time while
// something is wrong: a folder on a stick or a share comes back, a picture is copied to its end. Sleeps in between.
// Half a change is not shown: as long as there are more faults than before, or no card at all, it is read a few times
// more before it counts.
class ContentWatch {
 public:
  // Watches a pack that was read with `errors` errors. `config`: the file of the settings.
  ContentWatch(const assembly::Loaded& read, int errors, std::filesystem::path config);
  ~ContentWatch();
  ContentWatch(const ContentWatch&) = delete;
  ContentWatch& operator=(const ContentWatch&) = delete;

  // What was read last and not yet taken. The event loop is woken when there is something.
  std::optional<Reread> take();
  // The kiosk had to leave out a card: the pack is read again after a while, each time a longer one (5 s to 5 min).
  void trouble();
  // Looks for changes now: a network share does not tell of any.
  void look();

 private:
  using Clock = std::chrono::steady_clock;

  void work();
  bool rest();
  void read_again(const assembly::PackStamps& stamps);
  bool holds_back(const Reread& reread);

  const Settings settings_;
  const std::filesystem::path config_;
  const std::shared_ptr<const paint::FaceTable> faces_;
  int wake_;   // eventfd
  int files_;  // inotify; below 0: this system has none to give, and look() must do
  std::atomic<bool> quit_{false}, trouble_{false};

  // The thread's own.
  assembly::PackStamps seen_;  // of what was read last
  bool has_cards_;
  int errors_;
  int held_back_ = 0;           // times in a row
  std::chrono::seconds pause_;  // before the next try
  std::optional<Clock::time_point> retry_at_;

  std::mutex mutex_;
  std::optional<Reread> done_;
  std::thread thread_;
};

}  // namespace anteroom::runtime
