#include "runtime/notice_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "content/read_notice.h"
#include "platform/wake.h"
#include "runtime/drain.h"

namespace anteroom::runtime {

namespace {

// A file with faults may be half written: it is read once more after this time.
constexpr int second_look_ms = 300;

}  // namespace

NoticeWatch::NoticeWatch(std::vector<std::filesystem::path> files)
    : files_(std::move(files)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      events_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

NoticeWatch::~NoticeWatch() {
  for (const int descriptor : {wake_, events_}) {
    if (descriptor >= 0) ::close(descriptor);
  }
}

void NoticeWatch::quit() {
  quit_ = true;
  eventfd_write(wake_, 1);
}

std::optional<NoticeReading> NoticeWatch::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, std::nullopt);
}

void NoticeWatch::look() {
  eventfd_write(wake_, 1);
}

// Returns true if something has happened within `milliseconds` (-1: whenever).
bool NoticeWatch::waits(int milliseconds) {
  std::array<pollfd, 2> events{{{wake_, POLLIN, 0}, {events_, POLLIN, 0}}};
  const bool happened = ::poll(events.data(), events.size(), milliseconds) > 0;
  drain(wake_);
  drain(events_);
  return happened;
}

std::vector<paint::FileStamp> NoticeWatch::stamps() const {
  std::vector<paint::FileStamp> stamps;
  for (const std::filesystem::path& file : files_) stamps.push_back(paint::stamp_of(file.string()));
  return stamps;
}

void NoticeWatch::work() {
  constexpr std::uint32_t changes =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
  while (!quit_) {
    for (const std::filesystem::path& file : files_) {
      const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
      // A folder that was replaced by another one of its name is watched again.
      inotify_add_watch(events_, folder.c_str(), changes | IN_ONLYDIR);
    }
    if (std::vector<paint::FileStamp> now = stamps(); !seen_ || !(now == *seen_)) {
      const bool first = !seen_;
      const bool is_any =
          std::any_of(now.begin(), now.end(), [](const auto& each) { return !(each == paint::FileStamp{}); });
      seen_ = std::move(now);
      if (!first || is_any) read();
    }
    if (!quit_) waits(-1);
  }
}

void NoticeWatch::read() {
  NoticeReading reading;
  reading.notice = content::read_notices(files_, reading.diagnostics);
  if (reading.diagnostics.error_count() > 0) {
    waits(second_look_ms);
    if (quit_) return;
    seen_ = stamps();
    reading = {};
    reading.notice = content::read_notices(files_, reading.diagnostics);
  }
  {
    const std::lock_guard lock(mutex_);
    done_ = std::move(reading);
  }
  platform::wake();
}

}  // namespace anteroom::runtime
