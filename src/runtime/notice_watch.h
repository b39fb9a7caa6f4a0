// Notices when the clinic's notice changes, and reads it aside.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

#include "model/notice.h"
#include "paint/picture_file.h"
#include "source/diagnostic.h"

namespace anteroom::runtime {

// A notice as it was read last; no notice: there is none, or none any more.
struct NoticeReading {
  std::optional<Notice> notice;
  source::Diagnostics diagnostics;
};

// Reads the notices of all its files at its start and whenever one of them has changed. Sleeps in between. To be run by
// Aside.
class NoticeWatch {
 public:
  explicit NoticeWatch(std::vector<std::filesystem::path> files);
  ~NoticeWatch();
  void work();
  void quit();
  NoticeWatch(const NoticeWatch&) = delete;
  NoticeWatch& operator=(const NoticeWatch&) = delete;

  // The last reading, unless it was already taken. The event loop is woken when there is a new one.
  std::optional<NoticeReading> take();
  // Looks for changes now: network shares send no notifications.
  void look();

 private:
  void read();
  bool waits(int milliseconds);

  std::vector<paint::FileStamp> stamps() const;

  const std::vector<std::filesystem::path> files_;
  int wake_;    // eventfd
  int events_;  // inotify; below 0: not available, and only look() finds changes
  std::atomic<bool> quit_{false};
  std::optional<std::vector<paint::FileStamp>> seen_;  // used by the thread only; none: not read yet
  std::mutex mutex_;
  std::optional<NoticeReading> done_;
};

}  // namespace anteroom::runtime
