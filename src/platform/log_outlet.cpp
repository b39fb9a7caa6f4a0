#include "platform/log_outlet.h"

#include <fcntl.h>
#include <sys/poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <utility>

namespace anteroom::platform {

namespace {

// The default size of a pipe: a reader that is further behind has missed something anyway.
constexpr std::size_t max_waiting = 64U << 10;

}  // namespace

// A pipe or a terminal is reopened, since O_NONBLOCK would apply to everybody who shares the open one: a shell's
// prompt, other programs of a script. Sockets cannot be reopened and need not be: send() takes the flag with each call.
LogOutlet::LogOutlet(int descriptor) {
  if (descriptor < 0) return;
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return;
  if (S_ISFIFO(about.st_mode) || S_ISCHR(about.st_mode)) {
    const std::string path = "/proc/self/fd/" + std::to_string(descriptor);
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_APPEND);
    if (descriptor_ < 0) kind_ = Kind::blocking;  // it belongs to another user
  } else if (S_ISSOCK(about.st_mode)) {
    kind_ = Kind::socket;
  }
  if (descriptor_ < 0) descriptor_ = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
}

LogOutlet::~LogOutlet() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

LogOutlet::LogOutlet(LogOutlet&& other) noexcept {
  *this = std::move(other);
}

LogOutlet& LogOutlet::operator=(LogOutlet&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(kind_, other.kind_);
  std::swap(waiting_, other.waiting_);
  std::swap(messages_, other.messages_);
  std::swap(lost_, other.lost_);
  std::swap(in_line_, other.in_line_);
  return *this;
}

// How many of `bytes` were taken; negative: none, errno says why.
long LogOutlet::send(std::string_view bytes) const {
  if (kind_ == Kind::socket) return ::send(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (kind_ == Kind::file) return ::write(descriptor_, bytes.data(), bytes.size());
  // A pipe that poll() reports as writable has room for this much (pipe(7)).
  pollfd room{descriptor_, POLLOUT, 0};
  if (::poll(&room, 1, 0) <= 0) {
    errno = EAGAIN;
    return -1;
  }
  return ::write(descriptor_, bytes.data(), std::min<std::size_t>(bytes.size(), PIPE_BUF));
}

void LogOutlet::write(std::string_view line) {
  if (descriptor_ < 0) return;
  std::string note;
  if (lost_ > 0) note = "(" + std::to_string(lost_) + " messages could not be written)\n";
  if (waiting_.empty() && in_line_) note.insert(0, "\n");
  if (waiting_.size() + note.size() + line.size() + 1 > max_waiting) {
    ++lost_;
    return;
  }
  messages_ += std::exchange(lost_, 0) + 1;
  waiting_ += note;
  waiting_ += line;
  waiting_ += '\n';
  flush();
}

void LogOutlet::flush() {
  while (!waiting_.empty()) {
    const long taken = send(waiting_);
    if (taken > 0) {
      in_line_ = waiting_[static_cast<std::size_t>(taken) - 1] != '\n';
      waiting_.erase(0, static_cast<std::size_t>(taken));
    } else if (taken < 0 && errno == EINTR) {
      continue;
    } else if (taken < 0 && errno == EAGAIN) {
      return;
    } else {
      // No reader or no room: nothing is kept for a reader that may never come. The next message tries again.
      lost_ += messages_;
      waiting_.clear();
    }
  }
  messages_ = 0;
}

}  // namespace anteroom::platform
