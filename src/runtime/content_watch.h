// Notices when a pack's files change, and rereads them while the kiosk runs.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "assembly/load.h"
#include "runtime/last_good.h"
#include "runtime/starts.h"
#include "source/diagnostic.h"

namespace anteroom::runtime {

// The result of rereading settings and pack.
struct Reread {
  Reading pack = {};
  source::Diagnostics diagnostics;  // of settings and pack
  bool has_new_settings = false;
  bool settings_stay = false;           // they are faulty, and the kiosk keeps those that it has
  std::vector<std::string> fixed = {};  // keys of the settings whose change has to wait for a restart
  // Pictures that are the same as at the start, but are from now on drawn from their copies: old path -> new path.
  std::map<std::string, std::string> copied = {};
};

// Rereads settings and pack once their files have changed and then stayed the same for a moment, and from time to time
// while something is wrong: a folder on a USB stick or network share may come back, a picture may be copied to its end.
// Sleeps in between. What has a fault stays as it was, see LastGood; a pack.toml that has come to list a card without a
// file is held back for three readings. A result without cards never replaces one that has some. To be run by Aside.
class ContentWatch {
 public:
  // Watches the settings that `source` selects, and their pack. `error_count`: how many the pack and the settings in
  // use had; `settings_error_count`: the settings alone. Without `trust` in the files they are not read before one of
  // them changes.
  ContentWatch(const assembly::Loaded& read, int error_count, int settings_error_count, assembly::SourceOptions source,
               Trust trust = Trust::files);
  ~ContentWatch();
  ContentWatch(const ContentWatch&) = delete;
  ContentWatch& operator=(const ContentWatch&) = delete;
  void work();
  void quit();

  // The last result, unless it was already taken. The event loop is woken when there is a new one.
  std::optional<Reread> take();
  // Reports that the kiosk had to leave out a card: the pack is reread after 5 s, or, if it stays faulty, after twice
  // as long each time, up to 5 min.
  void trouble();
  // Looks for changes now: network shares send no notifications.
  void look();
  // Frees `content`, which is no longer shown.
  void discard(Content content);
  // Stores `receipt`, what became of the last change, for `anteroom status`.
  void write_receipt(std::string receipt);

  // The folder or file that has not answered for `time` or longer; empty: there is none.
  std::string silent_for(std::chrono::seconds time) const;

  // Why no copy of the last reading is kept, as logged; empty: one is.
  std::string unkept() const;

 private:
  using Clock = std::chrono::steady_clock;

  bool rest();
  void read_again(const assembly::PackStamps& stamps);
  bool read_settings(Reread& reread);
  assembly::PackStamps stamps() const;
  bool holds_back(const Reread& reread);
  std::map<std::string, std::string> copied_since_start(const Reading& reading) const;
  void keep(bool good_settings);
  void store_receipt();
  void free_discarded();

  const assembly::SourceOptions source_;
  const std::filesystem::path config_, state_, panel_;
  const std::shared_ptr<const paint::FaceTable> faces_;
  const Trust trust_;
  int wake_;   // eventfd
  int files_;  // inotify; below 0: not available, and only look() finds changes
  std::atomic<bool> quit_{false}, trouble_{false};
  std::atomic<Clock::rep> busy_since_{0};  // 0: asleep

  // Used by work() only.
  LastGood good_;
  Settings settings_;          // as the kiosk has them, or will have them
  Settings on_file_;           // as the file had them last
  assembly::PackStamps seen_;  // of the last result
  assembly::PackStamps started_with_;
  bool has_cards_;
  int error_count_;
  int settings_error_count_;    // of these, in the settings
  int held_back_ = 0;           // readings in a row that lacked cards, or were held back
  std::chrono::seconds pause_;  // before the next try
  std::optional<Clock::time_point> retry_at_;

  mutable std::mutex mutex_;
  std::string unkept_;  // as logged last
  std::optional<Reread> done_;
  std::optional<std::string> receipt_;
  std::vector<Content> discarded_;
};

}  // namespace anteroom::runtime
