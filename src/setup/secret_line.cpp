#include "setup/secret_line.h"

#include <termios.h>
#include <unistd.h>

namespace anteroom::setup {

namespace {

constexpr char interrupt = 3, end_of_input = 4, erase = 8, remove = 127;

// Without echo and line by line editing, and with Ctrl-C as a character: as a signal it would leave the terminal
// without echo.
class QuietTerminal {
 public:
  explicit QuietTerminal(int terminal) : terminal_(terminal), is_terminal_(::tcgetattr(terminal, &before_) == 0) {
    if (!is_terminal_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
    quiet.c_cc[VMIN] = 1;
    quiet.c_cc[VTIME] = 0;
    ::tcsetattr(terminal_, TCSAFLUSH, &quiet);
  }
  ~QuietTerminal() {
    if (is_terminal_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  bool is_terminal() const { return is_terminal_; }

 private:
  int terminal_;
  termios before_{};
  bool is_terminal_;
};

}  // namespace

std::optional<std::string> secret_line(int in, std::ostream& out, const std::string& question) {
  const QuietTerminal terminal(in);
  const bool shows = terminal.is_terminal();
  if (shows) out << question << std::flush;
  std::string line;
  char typed = 0;
  while (::read(in, &typed, 1) == 1) {
    if (typed == '\n' || typed == '\r') {
      if (shows) out << "\n" << std::flush;
      return line;
    }
    if (shows && (typed == interrupt || typed == end_of_input)) break;
    if (shows && (typed == erase || typed == remove)) {
      if (line.empty()) continue;
      line.pop_back();
      out << "\b \b" << std::flush;
      continue;
    }
    line += typed;
    if (shows) out << "*" << std::flush;
  }
  if (shows) out << "\n" << std::flush;
  if (!shows && !line.empty()) return line;  // a last line without its end
  return std::nullopt;
}

}  // namespace anteroom::setup
