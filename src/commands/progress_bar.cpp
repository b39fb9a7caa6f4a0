#include "commands/progress_bar.h"

#include <algorithm>
#include <cmath>

namespace anteroom::commands {

namespace {

constexpr const char* to_line_begin = "\r\033[K";  // ECMA-48: erases the line

}  // namespace

void ProgressBar::show(const std::string& title, double share) {
  if (!is_terminal_) return;
  constexpr int width = 30;
  const double part = std::clamp(share, 0.0, 1.0);
  const auto filled = static_cast<std::size_t>(std::lround(part * width));
  std::string bar = "[" + std::string(filled, '#') + std::string(width - filled, '.') + "] " +
                    std::to_string(static_cast<int>(part * 100)) + " %  " + title;
  if (bar == bar_) return;
  bar_ = std::move(bar);
  put_(to_line_begin + bar_);
}

void ProgressBar::end() {
  if (!bar_.empty()) put_(to_line_begin);
  bar_.clear();
}

void ProgressBar::put(const std::string& text) {
  end();
  put_(text);
}

}  // namespace anteroom::commands
