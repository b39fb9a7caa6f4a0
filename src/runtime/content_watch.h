// Notices when a pack's files change, and rereads them while the kiosk runs.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "assembly/load.h"
#include "source/diagnostic.h"

namespace anteroom::runtime {

// The result of rereading settings and pack.
struct Reread {
  assembly::Loaded loaded;
  source::Diagnostics diagnostics;
  bool has_new_settings = false;
  std::vector<std::string> fixed = {};  // keys of the settings whose change has to wait for a restart
};

// Rereads settings and pack in its own thread once their files have changed and then stayed the same for a moment, and
// from time to time while something is wrong: a folder on a USB stick or network share may come back, a picture may be
// copied to its end. Sleeps in between. A half-finished change is not shown: a result with more errors than the last
// one is held back while the pack is reread a few more times, and a result without cards never replaces one that has
// some.
class ContentWatch {
 public:
  // Watches the settings that `source` selects, and their pack, which were read with `errors` errors.
  ContentWatch(const assembly::Loaded& read, int errors, assembly::SourceOptions source);
  ~ContentWatch();
  ContentWatch(const ContentWatch&) = delete;
  ContentWatch& operator=(const ContentWatch&) = delete;

  // The last result, unless it was already taken. The event loop is woken when there is a new one.
  std::optional<Reread> take();
  // Reports that the kiosk had to leave out a card: the pack is reread after 5 s, or, if it stays faulty, after twice
  // as long each time, up to 5 min.
  void trouble();
  // Looks for changes now: network shares send no notifications.
  void look();

 private:
  using Clock = std::chrono::steady_clock;

  void work();
  bool rest();
  void read_again(const assembly::PackStamps& stamps);
  void read_settings(source::TomlFiles& files, Reread& reread);
  assembly::PackStamps stamps() const;
  bool holds_back(const Reread& reread);

  const assembly::SourceOptions source_;
  const std::filesystem::path config_;
  const std::shared_ptr<const paint::FaceTable> faces_;
  int wake_;   // eventfd
  int files_;  // inotify; below 0: not available, and only look() finds changes
  std::atomic<bool> quit_{false}, trouble_{false};

  // Used by the thread only.
  Settings settings_;          // as the kiosk has them, or will have them
  Settings on_file_;           // as the file had them last
  assembly::PackStamps seen_;  // of the last result
  bool has_cards_;
  int errors_;
  int settings_errors_ = 0;     // of these, in the settings
  int held_back_ = 0;           // results in a row
  std::chrono::seconds pause_;  // before the next try
  std::optional<Clock::time_point> retry_at_;

  std::mutex mutex_;
  std::optional<Reread> done_;
  std::thread thread_;
};

}  // namespace anteroom::runtime
