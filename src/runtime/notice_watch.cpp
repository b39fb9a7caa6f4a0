#include "runtime/notice_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

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

NoticeWatch::NoticeWatch(std::filesystem::path file)
    : file_(std::move(file)),
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

void NoticeWatch::work() {
  const std::filesystem::path folder = file_.has_parent_path() ? file_.parent_path() : ".";
  constexpr std::uint32_t changes =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
  while (!quit_) {
    // A folder that was replaced by another one of its name is watched again.
    inotify_add_watch(events_, folder.c_str(), changes | IN_ONLYDIR);
    if (const paint::FileStamp stamp = paint::stamp_of(file_.string()); !seen_ || !(stamp == *seen_)) {
      const bool first = !seen_;
      seen_ = stamp;
      if (!first || !(stamp == paint::FileStamp{})) read();
    }
    if (!quit_) waits(-1);
  }
}

void NoticeWatch::read() {
  NoticeReading reading;
  reading.notice = content::read_notice(file_, reading.diagnostics);
  if (reading.diagnostics.error_count() > 0) {
    waits(second_look_ms);
    if (quit_) return;
    seen_ = paint::stamp_of(file_.string());
    reading = {};
    reading.notice = content::read_notice(file_, reading.diagnostics);
  }
  {
    const std::lock_guard lock(mutex_);
    done_ = std::move(reading);
  }
  platform::wake();
}

}  // namespace anteroom::runtime
