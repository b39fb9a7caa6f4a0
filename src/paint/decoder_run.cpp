#include "paint/decoder_run.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "paint/own_program.h"

namespace anteroom::paint {
namespace {

namespace fs = std::filesystem;

constexpr unsigned every_seal = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

// The peak of this process's memory, in kB.
long own_peak_kb() {
  rusage own{};
  ::getrusage(RUSAGE_SELF, &own);
  return own.ru_maxrss;
}

std::string because(const char* what) {
  return std::string(what) + ": " + std::strerror(errno);
}

// A memory file that contains `bytes`, positioned at its beginning; negative: it could not be made.
int memory_file(std::string_view bytes) {
  const int file = ::memfd_create("anteroom-picture", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  for (std::size_t at = 0; file >= 0 && at < bytes.size();) {
    const ssize_t put = ::write(file, bytes.data() + at, bytes.size() - at);
    if (put <= 0) {
      ::close(file);
      return -1;
    }
    at += static_cast<std::size_t>(put);
  }
  if (file >= 0) ::lseek(file, 0, SEEK_SET);
  return file;
}

// The attributes of a new process: no signal blocked or ignored, whatever this process does with its own.
class SpawnSetup {
 public:
  SpawnSetup(int input, int output) {
    posix_spawnattr_init(&attributes_);
    posix_spawn_file_actions_init(&actions_);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    // Image libraries print messages about damaged pictures; the reply reports the faults.
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  ~SpawnSetup() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;

  // Returns 0 or an error number.
  int spawn(const fs::path& program, const std::vector<std::string>& words, pid_t& pid) const {
    std::vector<char*> arguments{const_cast<char*>(program.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::string locale = "LC_ALL=C.UTF-8";
    std::string parent = std::string(decode::parent_variable) + "=" + std::to_string(::getpid());
    std::array<char*, 3> environment{locale.data(), parent.data(), nullptr};
    return ::posix_spawn(&pid, program.c_str(), &actions_, &attributes_, arguments.data(), environment.data());
  }

 private:
  posix_spawnattr_t attributes_{};
  posix_spawn_file_actions_t actions_{};
};

// Maps an open file into memory.
class Mapping {
 public:
  explicit Mapping(int file) {
    struct stat status {};
    if (::fstat(file, &status) != 0 || status.st_size <= 0) return;
    size_ = static_cast<std::size_t>(status.st_size);
    void* at = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (at != MAP_FAILED) at_ = at;
  }
  ~Mapping() {
    if (at_ != nullptr) ::munmap(at_, size_);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  std::string_view bytes() const {
    return at_ == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(at_), size_);
  }

 private:
  void* at_ = nullptr;
  std::size_t size_ = 0;
};

bool is_sealed(int file) {
  if (::fcntl(file, F_ADD_SEALS, every_seal) != 0 && errno != EPERM) return false;  // EPERM: it is sealed already
  const int seals = ::fcntl(file, F_GET_SEALS);
  return seals >= 0 && (static_cast<unsigned>(seals) & every_seal) == every_seal;
}

decode::Reply all_faulty(const decode::Request& request, const std::string& fault) {
  decode::Reply reply;
  decode::Decoded none;
  none.fault = fault;
  reply.drawings.assign(request.drawings.size(), none);
  if (request.facts) reply.facts.emplace().fault = fault;
  return reply;
}

// Why the process ended without a reply; empty: it ended normally.
std::string death(int status, const decode::Request& request) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  const bool out_of_time = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
  if (out_of_time) {
    return "takes longer than " + std::to_string(request.cpu_s) + " s to draw; make it simpler";
  }
  return "cannot be drawn: it is damaged, or takes more than " + std::to_string(request.memory_mb) + " MB of memory";
}

}  // namespace

fs::path decoder_program() {
  return own_program("anteroom-decode");
}

// A busy decoder is ended by its limit of processor time, a sleeping one by this. On a busy machine a valid picture
// must not be mistaken for one that never ends.
constexpr int wall_factor = 3;

DecoderRun::DecoderRun(const fs::path& program, std::string_view picture, const decode::Request& request,
                       std::chrono::milliseconds time)
    : request_(request), ends_(Clock::now() + wall_factor * time) {
  start(program, picture);
  if (process_ < 0 && fault_.empty()) fault_ = because("cannot be drawn, since no process can be started");
}

void DecoderRun::start(const fs::path& program, std::string_view picture) {
  if (program.empty()) {
    fault_ = "cannot be drawn: the program anteroom-decode is not there; install Anteroom again";
    return;
  }
  reply_ = memory_file({});
  const int input = memory_file(picture);
  if (reply_ < 0 || input < 0) {
    fault_ = because("cannot be drawn, since there is no memory for it");
  } else if (const int error = SpawnSetup(input, reply_).spawn(program, to_words(request_), pid_); error != 0) {
    pid_ = -1;
    errno = error;
    fault_ = because("cannot be drawn, since anteroom-decode cannot be started");
  } else {
    // Frames of a fade have priority.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(pid_), 5);
    process_ = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
  }
  if (input >= 0) ::close(input);
}

DecoderRun::~DecoderRun() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    wait_for_end();
  }
  if (process_ >= 0) ::close(process_);
  if (reply_ >= 0) ::close(reply_);
}

// Returns why no reply can be expected; empty: one can.
std::string DecoderRun::wait_for_end() {
  int status = 0;
  rusage used{};
  pid_t ended = 0;
  do {
    ended = ::wait4(pid_, &status, 0, &used);
  } while (ended < 0 && errno == EINTR);
  pid_ = -1;
  if (ended < 0) return because("cannot be drawn, since its process is lost");
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  cost_.cpu_s = seconds(used.ru_utime) + seconds(used.ru_stime);
  // Until it runs its own program, a process that was spawned has the memory of this one, and the kernel counts that,
  // too.
  cost_.memory_mb = used.ru_maxrss > own_peak_kb() ? static_cast<double>(used.ru_maxrss) / 1024 : 0;
  is_final_ = WIFEXITED(status) || WTERMSIG(status) != SIGKILL;
  return death(status, request_);
}

decode::Reply DecoderRun::wait(Clock::time_point latest) {
  const Clock::time_point ends = std::min(ends_, latest);
  while (process_ >= 0 && Clock::now() < ends) {
    pollfd ended{process_, POLLIN, 0};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(ends - Clock::now()).count();
    if (::poll(&ended, 1, static_cast<int>(std::clamp<std::int64_t>(left, 0, 1 << 30))) > 0) break;
  }
  return finish();
}

decode::Reply DecoderRun::finish() {
  if (pid_ > 0) {
    pollfd ended{process_, POLLIN, 0};
    const bool runs = process_ < 0 || ::poll(&ended, 1, 0) == 0;
    if (runs) ::kill(pid_, SIGKILL);
    const std::string fault = wait_for_end();
    if (fault_.empty()) fault_ = fault;  // set already: a process that could not be watched was killed for that
  }
  if (!fault_.empty()) return all_faulty(request_, fault_);
  if (!is_sealed(reply_)) return all_faulty(request_, "cannot be drawn: its pixels cannot be sealed");
  std::optional<decode::Reply> reply = decode::reply_from(Mapping(reply_).bytes());
  if (!reply) return all_faulty(request_, "cannot be drawn: what anteroom-decode answered cannot be read");
  if (!reply->refused.empty()) {
    is_final_ = false;
    return all_faulty(request_, "is not drawn, since nothing would keep a damaged picture from harming this machine: " +
                                    reply->refused);
  }
  const bool fits = std::all_of(reply->drawings.begin(), reply->drawings.end(), [this](const decode::Decoded& each) {
    return each.whole.width <= request_.width_px && each.whole.height <= request_.height_px;
  });
  const bool whole = fits && reply->drawings.size() == request_.drawings.size() &&
                     reply->facts.has_value() == request_.facts.has_value();
  if (!whole) return all_faulty(request_, "cannot be drawn: the answer of anteroom-decode is not whole");
  return std::move(*reply);
}

}  // namespace anteroom::paint
