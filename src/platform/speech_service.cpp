#include "platform/speech_service.h"

#include <fcntl.h>
#include <sys/poll.h>
#include <sys/prctl.h>
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
#include <vector>

namespace anteroom::platform {

namespace {

namespace fs = std::filesystem;

// Runs `words` with no signal blocked or ignored, none of our files open and no input or output, in its own process
// group; -1 if it cannot. It is killed as soon as the thread that called this ends, for whatever reason.
pid_t run_bound(std::vector<std::string> words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child != 0) return child;
  // From here to the exec, nothing may take a lock: another thread may have held it when this process was forked.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);  // the parent ended before it was watched
  ::setsid();
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  for (int signal = 1; signal <= SIGRTMAX; ++signal) ::sigaction(signal, &usual, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  const int nothing = ::open("/dev/null", O_RDWR);
  for (int stream = 0; stream <= 2; ++stream) ::dup2(nothing, stream);
  ::close_range(3, ~0U, 0);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

// How long a killed process may take to disappear; one that is stuck in a driver does so later or never.
constexpr Millis dying{500};

// The /proc/PID/fd link target of each socket that listens at `path`; /proc/net/unix is described in proc(5).
std::vector<std::string> listening_socket_links(const std::string& path) {
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

// `process`: its folder in /proc. A name there has at most 15 characters.
bool is_our_service(const fs::path& process) {
  struct stat owner {};
  std::string name;
  return ::stat(process.c_str(), &owner) == 0 && owner.st_uid == ::geteuid() &&
         std::getline(std::ifstream(process / "comm"), name) && name == "speech-dispatch";
}

// True if one of the files that it has open is one of `links`, as /proc names them.
bool has_open(const fs::path& process, const std::vector<std::string>& links) {
  std::error_code error;
  for (fs::directory_iterator file(process / "fd", error), end; !error && file != end; file.increment(error)) {
    std::error_code closed;
    const fs::path link = fs::read_symlink(file->path(), closed);
    if (!closed && std::find(links.begin(), links.end(), link.string()) != links.end()) return true;
  }
  return false;
}

// True if it has ended. The descriptor stays with the process that was checked, even if its number is reused.
bool kill_service(const fs::path& process, const std::vector<std::string>& links) {
  const pid_t number = std::atoi(process.filename().c_str());
  if (number <= 1 || number == ::getpid()) return false;
  // By syscall(), since C++ cannot link what sys/pidfd.h of Debian 12 declares.
  const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, number, 0));
  if (descriptor < 0) return false;
  bool ended = false;
  if (is_our_service(process) && has_open(process, links) &&
      ::syscall(SYS_pidfd_send_signal, descriptor, SIGKILL, nullptr, 0) == 0) {
    pollfd gone{descriptor, POLLIN, 0};
    ended = ::poll(&gone, 1, static_cast<int>(dying.count())) > 0;
  }
  ::close(descriptor);
  return ended;
}

}  // namespace

OwnSpeechService::~OwnSpeechService() {
  end();
}

void OwnSpeechService::begin(const std::string& path, Millis within) {
  if (is_starting()) return;
  end();  // whoever asks for another one has found that this one does not listen
  until_ = Clock::now() + within;
  // Started as libspeechd does, so that the service checks whether its settings allow this; but it remains our child.
  child_ = run_bound(
      {"speech-dispatcher", "--spawn", "--run-single", "--communication-method", "unix_socket", "--socket-path", path});
  starting_ = child_ > 0;
}

bool OwnSpeechService::is_starting() {
  if (!starting_) return false;
  siginfo_t ended{};
  // The child is not reaped, so that its number still identifies its group.
  const int failed = ::waitid(P_PID, static_cast<id_t>(child_), &ended, WEXITED | WNOHANG | WNOWAIT);
  if (failed != 0 || ended.si_pid != 0 || Clock::now() >= until_) end();
  return starting_;
}

// The child leads its own group, which includes its modules.
void OwnSpeechService::end() {
  starting_ = false;
  if (child_ <= 0) return;
  ::kill(-child_, SIGKILL);
  const Clock::time_point until = Clock::now() + dying;
  while (::waitpid(child_, nullptr, WNOHANG) == 0 && Clock::now() < until) ::poll(nullptr, 0, 1);
  child_ = -1;
}

// Not by SO_PEERCRED, which identifies the process that called listen(): in a service that was spawned, that one has
// ended since (0.11.4), and if systemd listens for it, it is systemd.
bool end_speech_service(const std::string& path) {
  const std::vector<std::string> links = listening_socket_links(path);
  if (links.empty()) return false;
  std::error_code error;
  for (fs::directory_iterator process("/proc", error), end; !error && process != end; process.increment(error)) {
    if (is_our_service(process->path()) && kill_service(process->path(), links)) return true;
  }
  return false;
}

}  // namespace anteroom::platform
