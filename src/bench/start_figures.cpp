#include "bench/start_figures.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "platform/window.h"

namespace anteroom::bench {

namespace {

// Runs the program as `run --once`. Returns the ms from before its start until it reports its first frame;
// nothing if it reports none.
std::optional<double> first_frame_once(const assembly::SourceOptions& source) {
  int ends[2];
  if (::pipe(ends) != 0) return std::nullopt;
  const std::string config = assembly::config_file(source).string();
  const std::string content = source.content.string();
  const double began = monotonic_ms();
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);  // faults of the content were reported already
    ::close(ends[0]);
    std::vector<const char*> words{"anteroom", "run", "--fullscreen", "--once", "--config", config.c_str()};
    if (!content.empty()) words.insert(words.end(), {"--content", content.c_str()});
    words.push_back(nullptr);
    ::execv("/proc/self/exe", const_cast<char* const*>(words.data()));
    ::_exit(127);
  }
  ::close(ends[1]);
  char byte = 0;
  const bool shown = ::read(ends[0], &byte, 1) == 1;
  const double took = monotonic_ms() - began;
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return shown ? std::optional(took) : std::nullopt;
}

// A kiosk in a child process, as `run --fullscreen`; terminated on destruction.
class ChildKiosk {
 public:
  explicit ChildKiosk(const assembly::SourceOptions& source) {
    const std::string config = assembly::config_file(source).string();
    const std::string content = source.content.string();
    pid_ = ::fork();
    if (pid_ != 0) return;
    const int nothing = ::open("/dev/null", O_WRONLY);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    std::vector<const char*> words{"anteroom", "run", "--fullscreen", "--config", config.c_str()};
    if (!content.empty()) words.insert(words.end(), {"--content", content.c_str()});
    words.push_back(nullptr);
    ::execv("/proc/self/exe", const_cast<char* const*>(words.data()));
    ::_exit(127);
  }
  ~ChildKiosk() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  ChildKiosk(const ChildKiosk&) = delete;
  ChildKiosk& operator=(const ChildKiosk&) = delete;
  int pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
};

}  // namespace

void measure_running(const assembly::SourceOptions& source, Figures& figures) {
  const ChildKiosk kiosk(source);
  std::this_thread::sleep_for(std::chrono::seconds(30));
  figures.set("run_pss_mb", family_memory_mb(kiosk.pid(), "Pss"));
}

void measure_first_frame(const assembly::SourceOptions& source, Figures& figures) {
  // An X server resets when its last client leaves, and the next client waits for it. This window prevents that.
  const platform::Window holder({.width = 64, .height = 64, .title = "Anteroom bench"});
  if (!holder.fault().empty()) return;
  std::vector<double> samples;
  first_frame_once(source);  // warms the file cache
  constexpr int starts = 7;
  samples.reserve(starts);
  for (int i = 0; i < starts; ++i) {
    if (const std::optional<double> took = first_frame_once(source)) samples.push_back(*took);
  }
  // A start that shows nothing is a fault and no figure.
  if (samples.size() == starts) figures.set("first_frame_ms", percentile(samples, 0.5));
}

}  // namespace anteroom::bench
