#include "report/child_output.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace anteroom::report {

namespace {

// A file descriptor, closed on destruction.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

// `text` as an anonymous file: unlike a pipe, it cannot fill up before the child reads.
Descriptor file_of(const std::string& text) {
  Descriptor file(memfd_create("input", MFD_CLOEXEC));
  std::size_t written = 0;
  while (file.is_open() && written < text.size()) {
    const ssize_t count = write(file.number(), text.data() + written, text.size() - written);
    if (count <= 0 && errno != EINTR) return Descriptor(-1);
    if (count > 0) written += static_cast<std::size_t>(count);
  }
  if (file.is_open()) lseek(file.number(), 0, SEEK_SET);
  return file;
}

// The child's id, or -1.
pid_t start(const std::vector<std::string>& words, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = -1;
  const int error = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -1;
}

// All that can be read from `from` up to end of file; none if that is not reached before `until`.
std::optional<std::string> read_all(int from, std::chrono::steady_clock::time_point until) {
  std::string text;
  std::array<char, 16384> buffer{};
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    const ssize_t count = read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

std::optional<std::string> child_output(const std::vector<std::string>& words, const std::string& input,
                                        std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  const Descriptor in = file_of(input);
  std::array<int, 2> ends{-1, -1};
  if (!in.is_open() || pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const pid_t child = start(words, in.number(), to.number());
  if (child < 0) return std::nullopt;
  to.close();
  std::optional<std::string> output = read_all(from.number(), until);
  if (!output) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return output;
}

}  // namespace anteroom::report
