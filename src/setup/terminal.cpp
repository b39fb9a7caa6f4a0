#include "setup/terminal.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace anteroom::setup {

std::optional<std::string> Terminal::kept_line() {
  const std::size_t end = kept_.find('\n');
  if (end == std::string::npos) {
    if (!ended_) return std::nullopt;
    if (kept_.empty()) throw NoMoreAnswers();
    return std::exchange(kept_, "");  // the last line has no end
  }
  std::string line = kept_.substr(0, end);
  kept_.erase(0, end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

void Terminal::read_some() {
  std::array<char, 4096> bytes{};
  const ssize_t count = ::read(in_, bytes.data(), bytes.size());
  if (count > 0) kept_.append(bytes.data(), static_cast<std::size_t>(count));
  if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) ended_ = true;
}

std::string Terminal::line() {
  while (true) {
    if (std::optional<std::string> line = kept_line()) return *line;
    read_some();
  }
}

std::optional<std::string> Terminal::line_within(Millis patience) {
  if (std::optional<std::string> line = kept_line()) return line;
  pollfd input{in_, POLLIN, 0};
  if (::poll(&input, 1, static_cast<int>(patience.count())) <= 0) return std::nullopt;
  read_some();
  return kept_line();
}

}  // namespace anteroom::setup
