#include "platform/speech_service.h"

#include <sys/poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include "model/time.h"

namespace anteroom::platform {

namespace {

namespace fs = std::filesystem;

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
