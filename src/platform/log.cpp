#include "platform/log.h"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstdlib>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace anteroom::platform {

namespace {

using namespace std::chrono_literals;

constexpr Millis last_wait{200};     // at exit, for pending messages to be written
constexpr Millis half_a_line{500};   // after which text without a line end counts as a message
constexpr int pipe_bytes = 1 << 20;  // each packet takes a whole page, however small (pipe2(2), O_DIRECT)

constexpr int max_packets = 512;  // read at once; twice what the pipe holds

// Of the current LogKeeper, for code that has no access to it: whatever ends the process, and a crash.
std::atomic<int> kept_source{-1};
std::atomic<int> kept_target{-1};
std::atomic<bool> keeping{false};  // messages have left the pipe but are not yet written

MonoTime mono_now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return MonoTime(std::chrono::duration_cast<Millis>(since));
}

// False if the message could not be written completely.
bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written < 0 && errno == EAGAIN) {
      // The pipe to the keeper, which empties it all the time; if it cannot, its own output is on a disk that hangs.
      pollfd room{descriptor, POLLOUT, 0};
      if (::poll(&room, 1, 50) <= 0) return false;
    } else if (written >= 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::array crashes{SIGABRT};  // the sanitizer handles and reports the others itself
#else
constexpr std::array crashes{SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
#endif

// The last messages explain the crash. Only calls that a signal handler may make.
void hand_on_and_die(int signal) {
  std::array<char, PIPE_BUF> bytes{};
  const int source = kept_source;
  ssize_t count = 0;
  while (source >= 0 && (count = ::read(source, bytes.data(), bytes.size())) > 0) {
    if (::write(kept_target, bytes.data(), static_cast<std::size_t>(count)) < 0) break;
  }
  ::raise(signal);  // reset by SA_RESETHAND: now it kills
}

void set_crash_handler(void (*handler)(int), [[maybe_unused]] int report_to) {
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_set_report_fd(reinterpret_cast<void*>(static_cast<std::intptr_t>(report_to)));
#endif
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : crashes) ::sigaction(signal, &action, nullptr);
}

}  // namespace

void log(std::string_view message) {
  std::string line(message);
  if (line.empty() || line.back() != '\n') line += '\n';
  write_all(STDERR_FILENO, line);
}

void open_standard_streams() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    // The lowest free number is used: this one.
    if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", O_RDWR);
  }
}

LogKeeper::LogKeeper() {
  std::array<int, 2> ends{-1, -1};
  const int target = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  // In packets: what was written in one piece is read in one piece.
  if (target < 0 || ::pipe2(ends.data(), O_DIRECT | O_NONBLOCK | O_CLOEXEC) != 0) {
    if (target >= 0) ::close(target);
    return;
  }
  ::fcntl(ends[1], F_SETPIPE_SZ, pipe_bytes);
  bell_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  source_ = ends[0];
  outlet_ = LogOutlet(target);
  ::dup2(ends[1], STDERR_FILENO);
  ::close(ends[1]);
  kept_target = target;
  kept_source = source_;
  set_crash_handler(hand_on_and_die, kept_target);
  thread_ = std::thread([this] { keep(); });
}

LogKeeper::~LogKeeper() {
  if (!thread_.joinable()) return;
  set_crash_handler(SIG_DFL, STDERR_FILENO);
  ::dup2(kept_target, STDERR_FILENO);
  quit_ = true;
  ::eventfd_write(bell_, 1);
  thread_.join();
  kept_source = -1;
  ::close(source_);
  ::close(bell_);
  ::close(kept_target.exchange(-1));
}

void LogKeeper::keep() {
  while (wait(mono_now())) {
    keeping = true;
    read_all(mono_now());
    write(filter_.due_counts(mono_now()));
    outlet_.flush();
    keeping = false;
  }
  read_all(mono_now());
  if (!begun_.empty()) write(filter_.take(begun_, mono_now()));
  write(filter_.pending_counts(mono_now()));
  const MonoTime until = mono_now() + last_wait;
  for (MonoTime now = mono_now(); outlet_.is_behind() && now < until; now = mono_now()) {
    pollfd room{outlet_.descriptor(), POLLOUT, 0};
    ::poll(&room, 1, static_cast<int>((until - now).count()));
    outlet_.flush();
  }
}

// Sleeps until there is something to do. False: it is time to end.
bool LogKeeper::wait(MonoTime now) {
  std::optional<MonoTime> until = filter_.next_count();
  if (begun_at_) until = std::min(until.value_or(MonoTime::max()), *begun_at_ + half_a_line);
  int millis = -1;
  if (until) millis = static_cast<int>(std::clamp<Millis::rep>((*until - now).count(), 0, 3'600'000));
  std::array<pollfd, 3> all{
      {{source_, POLLIN, 0}, {bell_, POLLIN, 0}, {outlet_.is_behind() ? outlet_.descriptor() : -1, POLLOUT, 0}}};
  ::poll(all.data(), all.size(), millis);
  return !quit_;
}

void LogKeeper::read_all(MonoTime now) {
  std::array<char, PIPE_BUF> bytes{};
  // With a limit: a program that logs all the time would keep this thread from ending.
  for (int packets = 0; packets < max_packets; ++packets) {
    const ssize_t count = ::read(source_, bytes.data(), bytes.size());
    if (count <= 0) break;
    begun_.append(bytes.data(), static_cast<std::size_t>(count));
    if (!begun_at_) begun_at_ = now;
    if (begun_.back() != '\n' && begun_.size() < 2UL * PIPE_BUF) continue;
    write(filter_.take(begun_, now));
    begun_.clear();
    begun_at_.reset();
  }
  if (!begun_at_ || now - *begun_at_ < half_a_line) return;
  write(filter_.take(begun_, now));
  begun_.clear();
  begun_at_.reset();
}

void LogKeeper::write(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) outlet_.write(line);
}

void settle_log() {
  const int source = kept_source;
  if (source < 0) return;
  for (const MonoTime until = mono_now() + last_wait; mono_now() < until;) {
    // In this order: the keeper sets `keeping` before it takes anything out.
    int left = 0;
    if (::ioctl(source, FIONREAD, &left) != 0 || (left == 0 && !keeping)) return;
    ::poll(nullptr, 0, 1);
  }
}

}  // namespace anteroom::platform
