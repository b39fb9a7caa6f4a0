#include "decoder/jail.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>
#include <string>

#include "catch.h"

using anteroom::decoder::enter_jail;
using anteroom::decoder::JailLimits;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t memory = 0;  // the sanitizer reserves terabytes of addresses
#else
constexpr std::uint64_t memory = 512U << 20;
#endif
constexpr JailLimits usual{memory, 5, 1U << 20};

// What `act` returns inside a jail, or how the process ended.
std::string in_jail(const JailLimits& limits, const std::function<std::string()>& act) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    std::string said = enter_jail(limits);
    said = said.empty() ? act() : "no jail: " + said;
    const ssize_t put = ::write(STDOUT_FILENO, said.data(), said.size());
    ::_exit(put < 0 ? 1 : 0);
  }
  ::close(ends[1]);
  std::string said;
  char block[256];
  for (ssize_t got = 0; (got = ::read(ends[0], block, sizeof(block))) > 0;)
    said.append(block, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status)) : said;
}

std::string outcome(long result) {
  return result >= 0                                            ? "allowed"
         : errno == EPERM || errno == EACCES || errno == ENOSYS ? "refused"
                                                                : "failed otherwise";
}

struct Attempt {
  const char* name;
  std::function<std::string()> act;
};

const Attempt attempts[] = {
    {"open a file to read", [] { return outcome(::open("/etc/passwd", O_RDONLY)); }},
    {"open a file to write", [] { return outcome(::open("/tmp/anteroom-jail", O_WRONLY | O_CREAT, 0600)); }},
    {"open a folder", [] { return outcome(::open("/", O_RDONLY | O_DIRECTORY)); }},
    {"open itself", [] { return outcome(::open("/proc/self/mem", O_RDWR)); }},
    {"make a folder", [] { return outcome(::mkdir("/tmp/anteroom-jail", 0700)); }},
    {"take a file away", [] { return outcome(::unlink("/tmp/anteroom-jail-none")); }},
    {"make a socket", [] { return outcome(::socket(AF_INET, SOCK_STREAM, 0)); }},
    {"make a local socket", [] { return outcome(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
    {"make a pair of sockets",
     [] {
       int pair[2];
       return outcome(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
     }},
    {"fork", [] { return outcome(::fork()); }},
    {"clone by hand", [] { return outcome(::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr)); }},
    {"clone in a new name space", [] { return outcome(::unshare(CLONE_NEWUSER)); }},
    {"start a program",
     [] {
       char name[] = "/bin/true";
       char* words[] = {name, nullptr};
       return outcome(::execve(name, words, nullptr));
     }},
    {"trace its parent", [] { return outcome(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr)); }},
    {"end its parent", [] { return outcome(::kill(::getppid(), 0)); }},
    {"mount", [] { return outcome(::mount("none", "/tmp", "tmpfs", 0, nullptr)); }},
    {"make a memory file", [] { return outcome(::memfd_create("x", 0)); }},
    {"widen its memory",
     [] {
       rlimit more{RLIM_INFINITY, RLIM_INFINITY};
       return outcome(::setrlimit(RLIMIT_AS, &more));
     }},
    {"load a kernel program", [] { return outcome(::syscall(SYS_bpf, 0, nullptr, 0)); }},
};

}  // namespace

TEST_CASE("nothing outside can be reached from the jail") {
  for (const Attempt& attempt : attempts) {
    CAPTURE(attempt.name);
    CHECK(in_jail(usual, attempt.act) == "refused");
  }
}

TEST_CASE("each attempt succeeds, or fails for another reason, outside of the jail") {
  // Otherwise a typing error in an attempt would pass for a refusal.
  for (const char* name : {"open a file to read", "open a folder", "make a local socket", "make a pair of sockets",
                           "make a memory file"}) {
    for (const Attempt& attempt : attempts) {
      if (std::string(name) == attempt.name) CHECK(attempt.act() == "allowed");
    }
  }
}

TEST_CASE("descriptors that were open are closed in the jail") {
  const int file = ::open("/etc/passwd", O_RDONLY);
  REQUIRE(file > STDERR_FILENO);
  CHECK(in_jail(usual, [&] {
          char byte = 0;
          return ::read(file, &byte, 1) < 0 && errno == EBADF ? "closed" : "open";
        }) == "closed");
  ::close(file);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("two gigabytes cannot be allocated in the jail") {
  CHECK(in_jail(usual, [] {
          return ::mmap(nullptr, std::size_t{2} << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
                         MAP_FAILED
                     ? "refused"
                     : "allowed";
        }) == "refused");
}
#endif

TEST_CASE("an endless loop ends when its processor time is used up") {
  CHECK(in_jail({memory, 1, 1U << 20}, [] {
          for (volatile bool on = true; on;) {
          }
          return std::string("went on");
        }) == "signal " + std::to_string(SIGXCPU));
}

TEST_CASE("an endless answer is cut off") {
  const int file = ::memfd_create("answer", MFD_CLOEXEC);
  REQUIRE(file >= 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(file, STDOUT_FILENO);
    if (!enter_jail({memory, 5, 4096}).empty()) ::_exit(2);
    const std::string block(1024, 'x');
    while (::write(STDOUT_FILENO, block.data(), block.size()) > 0) {
    }
    ::_exit(3);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGXFSZ);
  CHECK(::lseek(file, 0, SEEK_END) == 4096);
  ::close(file);
}
