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
void add_folders(int files, const fs::path& pack) {
  constexpr std::uint32_t changes =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
  for (const fs::path& folder : {pack.parent_path(), pack, pack / "cards", pack / "pictures"}) {
    inotify_add_watch(files, folder.c_str(), changes | IN_ONLYDIR);
  }
}

}  // namespace

ContentWatch::ContentWatch(const assembly::Loaded& read, int errors, fs::path config)
    : settings_(read.content.settings),
      config_(std::move(config)),
      faces_(read.faces),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      files_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      seen_(read.stamps),
      has_cards_(!read.content.pack.cards.empty()),
      errors_(errors),
      pause_(first_pause) {
  if (errors > 0 || !has_cards_) retry_at_ = Clock::now() + pause_;
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

void ContentWatch::work() {
  const fs::path pack = fs::path(settings_.content).lexically_normal();
  while (!quit_) {
    add_folders(files_, pack);
    std::array<pollfd, 2> events{{{wake_, POLLIN, 0}, {files_, POLLIN, 0}}};
    if (trouble_ && !retry_at_) retry_at_ = Clock::now() + pause_;
    ::poll(events.data(), events.size(), retry_at_ ? milliseconds_until(*retry_at_) : -1);
    drain(wake_);
    drain(files_);
    const bool retry = retry_at_ && Clock::now() >= *retry_at_;
    if (quit_ || (!retry && assembly::stamps_of_pack(pack) == seen_)) continue;
    if (rest()) read_again(assembly::stamps_of_pack(pack));
  }
}

// Waits until the files stay the same for a moment. Returns false if the kiosk is ending.
bool ContentWatch::rest() {
  assembly::PackStamps before = assembly::stamps_of_pack(settings_.content);
  for (int i = 0; i < max_rests && !quit_; ++i) {
    pollfd ended{wake_, POLLIN, 0};
    const Clock::time_point until = Clock::now() + restful;
    // look() wakes this, too, but it is already looking.
    while (!quit_ && ::poll(&ended, 1, milliseconds_until(until)) > 0) drain(wake_);
    assembly::PackStamps now = assembly::stamps_of_pack(settings_.content);
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

void ContentWatch::read_again(const assembly::PackStamps& stamps) {
  if (!(stamps == seen_)) pause_ = first_pause;
  Reread reread;
  reread.loaded = assembly::reload(settings_, config_, faces_, reread.diagnostics);
  seen_ = reread.loaded.stamps;
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
