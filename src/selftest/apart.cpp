#include "selftest/apart.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace anteroom::selftest {

namespace {

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

// The copy ends with its parent, and Ctrl-C at the terminal is for the parent alone.
void become_child(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  ::setpgid(0, 0);
}

}  // namespace

std::optional<std::string> done_apart(const std::function<std::string()>& work) {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const pid_t parent = ::getpid(), child = ::fork();
  if (child == 0) {
    become_child(parent);
    int status = 1;
    try {
      const std::string said = work();
      if (::write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size())) status = 0;
    } catch (...) {
      status = 1;
    }
    ::_exit(status);
  }
  ::close(ends[1]);
  std::string said;
  std::array<char, 4096> block{};
  for (;;) {
    const ssize_t got = ::read(ends[0], block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    said.append(block.data(), static_cast<std::size_t>(got));
  }
  ::close(ends[0]);
  if (child < 0) return std::nullopt;
  const int status = wait_for(child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? std::optional(said) : std::nullopt;
}

Victim::Victim(const std::function<void()>& work) {
  const pid_t parent = ::getpid();
  pid_ = ::fork();
  if (pid_ != 0) return;
  become_child(parent);
  try {
    work();
  } catch (...) {
    ::_exit(1);
  }
  ::_exit(0);
}

void Victim::kill() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  wait_for(pid_);
  pid_ = -1;
}

}  // namespace anteroom::selftest
