#include "selftest/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <thread>

namespace anteroom::selftest {

Child::Child(const std::vector<std::string>& words) {
  std::array<int, 2> in{-1, -1}, out{-1, -1};
  if (::pipe2(in.data(), O_CLOEXEC) != 0) return;
  if (::pipe2(out.data(), O_CLOEXEC) != 0) {
    ::close(in[0]);
    ::close(in[1]);
    return;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const int error = posix_spawnp(&pid_, arguments.front(), &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  ::close(in[0]);
  ::close(out[1]);
  in_ = in[1];
  out_ = out[0];
  if (error != 0) pid_ = -1;
}

Child::~Child() {
  kill();
  if (in_ >= 0) ::close(in_);
  if (out_ >= 0) ::close(out_);
}

std::optional<std::string> Child::line(Time time) {
  const auto until = std::chrono::steady_clock::now() + time;
  for (;;) {
    if (const std::size_t end = read_.find('\n'); end != std::string::npos) {
      std::string line = read_.substr(0, end);
      read_.erase(0, end + 1);
      return line;
    }
    const auto left = std::chrono::ceil<Time>(until - std::chrono::steady_clock::now()).count();
    pollfd output{out_, POLLIN, 0};
    if (out_ < 0 || left <= 0) return std::nullopt;
    const int ready = ::poll(&output, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    std::array<char, 4096> block{};
    const ssize_t got = ::read(out_, block.data(), block.size());
    if (got <= 0) return std::nullopt;
    read_.append(block.data(), static_cast<std::size_t>(got));
  }
}

bool Child::tell(const std::string& bytes) const {
  // SIGPIPE would end this process.
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  const bool told = in_ >= 0 && ::write(in_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  std::signal(SIGPIPE, before);
  return told;
}

bool Child::reap(int flags) {
  if (status_ || pid_ <= 0) return true;
  int status = 0;
  pid_t ended = 0;
  do {
    ended = ::waitpid(pid_, &status, flags);
  } while (ended < 0 && errno == EINTR);
  if (ended != 0) status_ = status;
  return ended != 0;
}

std::optional<int> Child::ended(Time time) {
  const auto until = std::chrono::steady_clock::now() + time;
  constexpr Time look{5};
  while (!reap(WNOHANG) && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(look);
  return status_;
}

void Child::kill() {
  if (status_ || pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  reap(0);
}

}  // namespace anteroom::selftest
