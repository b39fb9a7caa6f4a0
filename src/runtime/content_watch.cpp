#include "runtime/content_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "paint/poll_timeout.h"
#include "platform/wake.h"
#include "runtime/drain.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;
using paint::milliseconds_until;

constexpr std::chrono::seconds first_pause{5}, longest_pause{300};
// As long as files change within this time, somebody is still saving or copying.
constexpr std::chrono::milliseconds restful{400};
constexpr int max_rests = 50;  // 20 s; a file that a program keeps writing must not hold up the others
constexpr int max_held_back = 3;

// Watches the pack's folders for changes. Adding a folder again changes nothing; a folder that has replaced one of the
// same name is added as a new one.
void add_folders(int files, const fs::path& pack, const fs::path& config) {
  constexpr std::uint32_t changes =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
  const fs::path beside = config.has_parent_path() ? config.parent_path() : ".";
  for (const fs::path& folder : {beside, pack.parent_path(), pack, pack / "cards", pack / "pictures"}) {
    inotify_add_watch(files, folder.c_str(), changes | IN_ONLYDIR);
  }
}

}  // namespace

ContentWatch::ContentWatch(const assembly::Loaded& read, int errors, assembly::SourceOptions source)
    : source_(std::move(source)),
      config_(assembly::config_file(source_)),
      faces_(read.faces),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      files_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      settings_(read.content.settings),
      seen_(read.stamps),
      has_cards_(!read.content.pack.cards.empty()),
      errors_(errors),
      pause_(first_pause) {
  if (errors > 0 || !has_cards_) retry_at_ = Clock::now() + pause_;
  seen_.emplace(config_.string(), paint::stamp_of(config_.string()));
  thread_ = std::thread([this] { work(); });
}

ContentWatch::~ContentWatch() {
  quit_ = true;
  eventfd_write(wake_, 1);
  thread_.join();
  for (const int descriptor : {wake_, files_}) {
    if (descriptor >= 0) ::close(descriptor);
  }
}

std::optional<Reread> ContentWatch::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, std::nullopt);
}

void ContentWatch::trouble() {
  if (!trouble_.exchange(true)) eventfd_write(wake_, 1);
}

void ContentWatch::look() {
  eventfd_write(wake_, 1);
}

// Those of the pack and of the settings.
assembly::PackStamps ContentWatch::stamps() const {
  assembly::PackStamps stamps = assembly::stamps_of_pack(settings_.content);
  stamps.emplace(config_.string(), paint::stamp_of(config_.string()));
  return stamps;
}

void ContentWatch::work() {
  source::TomlFiles files;
  source::Diagnostics known;
  on_file_ = assembly::load_settings(source_, files, known);
  settings_errors_ = known.errors();
  while (!quit_) {
    add_folders(files_, fs::path(settings_.content).lexically_normal(), config_);
    std::array<pollfd, 2> events{{{wake_, POLLIN, 0}, {files_, POLLIN, 0}}};
    if (trouble_ && !retry_at_) retry_at_ = Clock::now() + pause_;
    ::poll(events.data(), events.size(), retry_at_ ? milliseconds_until(*retry_at_) : -1);
    drain(wake_);
    drain(files_);
    const bool retry = retry_at_ && Clock::now() >= *retry_at_;
    if (quit_ || (!retry && stamps() == seen_)) continue;
    if (rest()) read_again(stamps());
  }
}

// Waits until the files stay the same for a moment. Returns false if the kiosk is ending.
bool ContentWatch::rest() {
  assembly::PackStamps before = stamps();
  for (int i = 0; i < max_rests && !quit_; ++i) {
    pollfd ended{wake_, POLLIN, 0};
    const Clock::time_point until = Clock::now() + restful;
    // look() wakes this, too, but it is already looking.
    while (!quit_ && ::poll(&ended, 1, milliseconds_until(until)) > 0) drain(wake_);
    assembly::PackStamps now = stamps();
    if (now == before) return !quit_;
    before = std::move(now);
  }
  return !quit_;
}

// True if the result is worse than what is shown, and may improve by itself.
bool ContentWatch::holds_back(const Reread& reread) {
  const bool lost_all = has_cards_ && reread.loaded.content.pack.cards.empty();
  if (lost_all) return true;
  if (reread.diagnostics.errors() <= errors_) return false;
  return ++held_back_ <= max_held_back;
}

// Settings with more faults than before, or none, change nothing: the kiosk keeps those that it has.
void ContentWatch::read_settings(source::TomlFiles& files, Reread& reread) {
  source::Diagnostics faults;
  Settings changed = assembly::load_settings(source_, files, faults);
  reread.diagnostics.add_all(faults);
  if (faults.errors() > settings_errors_ || changed.content.empty()) return;
  settings_errors_ = faults.errors();
  reread.fixed = assembly::fixed_keys(on_file_, changed);
  on_file_ = changed;
  Settings live = assembly::live_settings(settings_, std::move(changed));
  reread.has_new_settings = !(live == settings_);
  settings_ = std::move(live);
}

void ContentWatch::read_again(const assembly::PackStamps& stamps) {
  if (!(stamps == seen_)) pause_ = first_pause;
  Reread reread;
  source::TomlFiles files;
  read_settings(files, reread);
  reread.loaded = assembly::reload(settings_, config_, faces_, files, reread.diagnostics);
  seen_ = reread.loaded.stamps;
  seen_.emplace(config_.string(), stamps.at(config_.string()));
  trouble_ = false;
  retry_at_.reset();
  const bool held_back = holds_back(reread);
  if (held_back || reread.diagnostics.errors() > 0 || reread.loaded.content.pack.cards.empty()) {
    retry_at_ = Clock::now() + pause_;
    pause_ = std::min(2 * pause_, longest_pause);
  }
  if (held_back) return;
  held_back_ = 0;
  errors_ = reread.diagnostics.errors();
  has_cards_ = !reread.loaded.content.pack.cards.empty();
  {
    const std::lock_guard lock(mutex_);
    done_ = std::move(reread);
  }
  platform::wake();
}

}  // namespace anteroom::runtime
