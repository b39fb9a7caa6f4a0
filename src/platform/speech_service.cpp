#include "platform/speech_service.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>
#include <vector>

namespace anteroom::platform {

namespace {

namespace fs = std::filesystem;

// Runs `words` with no signal blocked, no file of ours open and nothing to read or write; -1 if it cannot.
pid_t run_apart(std::vector<std::string> words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&files, 0, 1);
  posix_spawn_file_actions_adddup2(&files, 0, 2);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  // The kiosk's threads block the signals that stop a program; a service that inherited this could not be stopped.
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
  pid_t child = -1;
  if (posix_spawnp(&child, arguments[0], &files, &attributes, arguments.data(), environ) != 0) child = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return child;
}

// What a killed process may take to be gone; one that a driver holds is gone later or never.
constexpr Millis dying{500};

// What a descriptor of each socket that listens at `path` links to; /proc/net/unix is described in proc(5).
std::vector<std::string> listeners(const std::string& path) {
  const std::string listening = "00010000";  // __SO_ACCEPTCON of linux/net.h
  std::vector<std::string> links;
  std::ifstream table("/proc/net/unix");
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    std::string number, references, protocol, flags, type, state, inode, where;
    words >> number >> references >> protocol >> flags >> type >> state >> inode >> std::ws;
    std::getline(words, where);
    if (flags == listening && where == path) links.push_back("socket:[" + inode + "]");
  }
  return links;
}

// `process`: its folder in /proc. A name there has 15 letters at most.
bool is_our_service(const fs::path& process) {
  struct stat owner {};
  std::string name;
  return ::stat(process.c_str(), &owner) == 0 && owner.st_uid == ::geteuid() &&
         std::getline(std::ifstream(process / "comm"), name) && name == "speech-dispatch";
}

bool holds(const fs::path& process, const std::vector<std::string>& links) {
  std::error_code error;
  for (fs::directory_iterator file(process / "fd", error), end; !error && file != end; file.increment(error)) {
    std::error_code closed;
    const fs::path link = fs::read_symlink(file->path(), closed);
    if (!closed && std::find(links.begin(), links.end(), link.string()) != links.end()) return true;
  }
  return false;
}

// True if it has ended. The descriptor stays with the process that was looked at, should its number be given anew.
bool kill_service(const fs::path& process, const std::vector<std::string>& links) {
  const pid_t number = std::atoi(process.filename().c_str());
  if (number <= 1 || number == ::getpid()) return false;
  // By syscall(), since C++ cannot link what sys/pidfd.h of Debian 12 declares.
  const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, number, 0));
  if (descriptor < 0) return false;
  bool ended = false;
  if (is_our_service(process) && holds(process, links) &&
      ::syscall(SYS_pidfd_send_signal, descriptor, SIGKILL, nullptr, 0) == 0) {
    pollfd gone{descriptor, POLLIN, 0};
    ended = ::poll(&gone, 1, static_cast<int>(dying.count())) > 0;
  }
  ::close(descriptor);
  return ended;
}

}  // namespace

SpeechStart::~SpeechStart() {
  end();
}

void SpeechStart::begin(const std::string& path, Millis within) {
  if (is_under_way()) return;
  until_ = Clock::now() + within;
  // The words with which libspeechd starts it: the service looks whether its settings allow this.
  child_ = run_apart({"speech-dispatcher", "--spawn", "--communication-method", "unix_socket", "--socket-path", path});
}

// The child loads the modules, leaves the service behind, ready to be asked, and ends itself.
bool SpeechStart::has_ended_well() {
  if (!is_under_way()) return false;
  siginfo_t ended{};
  // The child is kept, so that its number still names its group.
  if (::waitid(P_PID, static_cast<id_t>(child_), &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid == 0) {
    if (Clock::now() >= until_) end();
    return false;
  }
  if (ended.si_code != CLD_EXITED || ended.si_status != 0) {
    end();
    return false;
  }
  ::waitpid(std::exchange(child_, -1), nullptr, 0);
  return true;
}

// The child leads a group of its own, in which its modules are, and the service itself is not (0.11.4).
void SpeechStart::end() {
  if (!is_under_way()) return;
  ::kill(-child_, SIGKILL);
  ::waitpid(std::exchange(child_, -1), nullptr, 0);
}

// Not by SO_PEERCRED, which names the process that called listen(): a service that was spawned has left that one behind
// (0.11.4), and where systemd listens for it, that one is systemd.
bool end_speech_service(const std::string& path) {
  const std::vector<std::string> links = listeners(path);
  if (links.empty()) return false;
  std::error_code error;
  for (fs::directory_iterator process("/proc", error), end; !error && process != end; process.increment(error)) {
    if (is_our_service(process->path()) && kill_service(process->path(), links)) return true;
  }
  return false;
}

}  // namespace anteroom::platform
