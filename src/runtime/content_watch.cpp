#include "runtime/content_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "paint/poll_timeout.h"
#include "platform/log.h"
#include "platform/memory.h"
#include "platform/wake.h"
#include "runtime/drain.h"
#include "runtime/seen_files.h"
#include "runtime/write_whole.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;
using paint::milliseconds_until;

constexpr std::chrono::seconds first_pause{5}, longest_pause{300};
// The first reading makes copies. It is not to slow the start down.
constexpr std::chrono::seconds until_first_copy{1};
// As long as files change within this time, somebody is still saving or copying.
constexpr std::chrono::milliseconds restful{400};
constexpr int max_rests = 50;  // 20 s; a file that a program keeps writing must not hold up the others
constexpr int max_held_back = 3;

// The settings' own files: `config`, what it includes, and what staff changed at the panel.
void add_settings(const fs::path& config, const fs::path& panel, const Settings& settings,
                  assembly::PackStamps& stamps) {
  stamps.emplace(config.string(), paint::stamp_of(config.string()));
  std::error_code error;
  if (!panel.empty() && fs::exists(panel, error)) stamps.emplace(panel.string(), paint::stamp_of(panel.string()));
  if (!settings.included.empty()) stamps.emplace(settings.included, paint::stamp_of(settings.included));
}

// Watches the pack's folders for changes. Adding a folder again changes nothing; a folder that has replaced one of the
// same name is added as a new one.
void add_folders(int files, const Settings& settings, const fs::path& config, const fs::path& panel) {
  constexpr std::uint32_t changes =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
  const fs::path pack = fs::path(settings.content).lexically_normal();
  const fs::path beside = config.has_parent_path() ? config.parent_path() : ".";
  const fs::path included = fs::path(settings.included).parent_path();
  for (const fs::path& folder : {beside, included, panel.parent_path(), pack.parent_path(), pack, pack / "cards",
                                 pack / "pictures", pack / "interface"}) {
    inotify_add_watch(files, folder.c_str(), changes | IN_ONLYDIR);
  }
}

}  // namespace

ContentWatch::ContentWatch(const assembly::Loaded& read, int error_count, int settings_error_count,
                           assembly::SourceOptions source, Trust trust)
    : source_(std::move(source)),
      config_(assembly::config_file(source_)),
      state_(assembly::state_folder(source_)),
      panel_(assembly::panel_file(source_)),
      faces_(read.faces),
      trust_(trust),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      files_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      good_(state_),
      settings_(read.content.settings),
      started_with_(read.stamps),
      has_cards_(!read.content.pack.cards.empty()),
      error_count_(error_count),
      settings_error_count_(settings_error_count),
      pause_(first_pause),
      retry_at_(Clock::now() + until_first_copy) {}

ContentWatch::~ContentWatch() {
  for (const int descriptor : {wake_, files_}) {
    if (descriptor >= 0) ::close(descriptor);
  }
}

void ContentWatch::quit() {
  quit_ = true;
  eventfd_write(wake_, 1);
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

void ContentWatch::discard(Content content) {
  const std::lock_guard lock(mutex_);
  discarded_.push_back(std::move(content));
  eventfd_write(wake_, 1);
}

void ContentWatch::free_discarded() {
  std::vector<Content> discarded;
  {
    const std::lock_guard lock(mutex_);
    discarded.swap(discarded_);
  }
  if (discarded.empty()) return;
  discarded.clear();
  platform::release_free_memory();
}

void ContentWatch::write_receipt(std::string receipt) {
  const std::lock_guard lock(mutex_);
  receipt_ = std::move(receipt);
  eventfd_write(wake_, 1);
}

std::string ContentWatch::silent_for(std::chrono::seconds time) const {
  const Clock::rep since = busy_since_;
  const bool is_silent = since != 0 && Clock::now() - Clock::time_point(Clock::duration(since)) >= time;
  return is_silent ? config_.generic_string() + " or its content" : "";
}

// Those of the pack and of the settings.
assembly::PackStamps ContentWatch::stamps() const {
  assembly::PackStamps stamps = assembly::stamps_of_pack(settings_.content);
  add_settings(config_, panel_, settings_, stamps);
  return stamps;
}

void ContentWatch::work() {
  // Whoever touches the screen comes first.
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10);
  busy_since_ = Clock::now().time_since_epoch().count();
  if (trust_ == Trust::files) {
    source::TomlFiles files;
    source::Diagnostics known;
    on_file_ = assembly::load_settings(source_, files, known);
  } else {
    on_file_ = settings_;
    seen_ = stamps();
    retry_at_.reset();
  }
  while (!quit_) {
    add_folders(files_, settings_, config_, panel_);
    std::array<pollfd, 2> events{{{wake_, POLLIN, 0}, {files_, POLLIN, 0}}};
    if (trouble_ && !retry_at_) retry_at_ = Clock::now() + pause_;
    busy_since_ = 0;
    ::poll(events.data(), events.size(), retry_at_ ? milliseconds_until(*retry_at_) : -1);
    busy_since_ = Clock::now().time_since_epoch().count();
    drain(wake_);
    drain(files_);
    store_receipt();
    free_discarded();
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

std::map<std::string, std::string> ContentWatch::copied_since_start(const Reading& reading) const {
  std::map<std::string, std::string> copied;
  std::error_code error;
  const std::string folder = (fs::absolute(settings_.content, error) / "").lexically_normal().string();
  for (const auto& [place, path] : reading.files) {
    const auto before = started_with_.find(folder + place);
    const auto now = reading.loaded.stamps.find(folder + place);
    const bool is_same =
        before != started_with_.end() && now != reading.loaded.stamps.end() && before->second == now->second;
    if (is_same) copied[folder + place] = path;
  }
  return copied;
}

// True if the result is worse than what is shown, and may improve by itself.
bool ContentWatch::holds_back(const Reread& reread) {
  const bool lost_all = has_cards_ && reread.pack.loaded.content.pack.cards.empty();
  if (lost_all) return true;
  const bool is_worse = !good_.has_any() && reread.diagnostics.error_count() > error_count_;
  return is_worse && held_back_ <= max_held_back;
}

// Settings with more faults than before, or none, change nothing: the kiosk keeps those that it has. Returns true if
// they were taken.
bool ContentWatch::read_settings(Reread& reread) {
  source::TomlFiles files;
  source::Diagnostics faults;
  Settings changed = assembly::load_settings(source_, files, faults);
  reread.diagnostics.add_all(faults);
  const int error_count = assembly::settings_error_count(source_, files);
  if (error_count > settings_error_count_ || changed.content.empty()) return false;
  settings_error_count_ = error_count;
  reread.fixed = assembly::fixed_keys(on_file_, changed);
  on_file_ = changed;
  Settings live = assembly::live_settings(settings_, std::move(changed));
  reread.has_new_settings = !(live == settings_);
  settings_ = std::move(live);
  return true;
}

void ContentWatch::read_again(const assembly::PackStamps& stamps) {
  if (!(stamps == seen_)) {
    pause_ = first_pause;
    held_back_ = 0;
  }
  Reread reread;
  const bool good_settings = read_settings(reread);
  reread.settings_stay = !good_settings;
  reread.pack =
      good_.read(settings_, config_, faces_, held_back_ < max_held_back ? UnknownCards::hold : UnknownCards::take);
  reread.diagnostics.add_all(reread.pack.diagnostics);
  seen_ = reread.pack.loaded.stamps;
  for (const std::string& file : {config_.string(), settings_.included, panel_.string()}) {
    if (const auto before = stamps.find(file); before != stamps.end()) seen_.insert(*before);
  }
  add_settings(config_, panel_, settings_, seen_);
  trouble_ = false;
  retry_at_.reset();
  const bool has_cards = !reread.pack.loaded.content.pack.cards.empty();
  const bool is_faulty = reread.diagnostics.error_count() > 0;
  held_back_ = is_faulty ? held_back_ + 1 : 0;
  const bool held_back = holds_back(reread);
  if (held_back || is_faulty || !has_cards) {
    retry_at_ = Clock::now() + pause_;
    pause_ = std::min(2 * pause_, longest_pause);
  }
  if (held_back) return;
  error_count_ = reread.diagnostics.error_count();
  has_cards_ = has_cards;
  reread.copied = copied_since_start(reread.pack);
  started_with_.clear();
  {
    const std::lock_guard lock(mutex_);
    done_ = std::move(reread);
  }
  platform::wake();
  keep(good_settings);
}

void ContentWatch::keep(bool good_settings) {
  good_.keep(config_, good_settings ? SettingsAre::good : SettingsAre::faulty, settings_.included);
  const std::string refused = good_.take_fault();
  const std::string why =
      refused.empty() ? "" : "no copy of the cards is kept for a time when their folder is missing: " + refused;
  if (!why.empty() && !retry_at_) {  // a disk may have room again
    retry_at_ = Clock::now() + pause_;
    pause_ = std::min(2 * pause_, longest_pause);
  }
  const std::string before = unkept();
  if (!why.empty() && why != before) platform::log("anteroom: " + why);
  if (why.empty() && !before.empty()) platform::log("anteroom: a copy of the cards is kept again");
  {
    const std::lock_guard lock(mutex_);
    unkept_ = why;
  }
  if (why != before) platform::wake();
  platform::release_free_memory();
}

std::string ContentWatch::unkept() const {
  const std::lock_guard lock(mutex_);
  return unkept_;
}

void ContentWatch::store_receipt() {
  std::optional<std::string> receipt;
  {
    const std::lock_guard lock(mutex_);
    receipt = std::exchange(receipt_, std::nullopt);
  }
  if (!receipt || state_.empty()) return;
  std::error_code error;
  fs::create_directories(state_, error);
  write_whole(assembly::receipt_file(state_), *receipt);
  // After the receipt: until then `anteroom status` says that what was saved has not been read.
  write_whole(seen_file(state_), seen_text(settings_.content, seen_));
}

}  // namespace anteroom::runtime
