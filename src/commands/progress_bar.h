// How far a long command is: a bar on a terminal, nothing elsewhere.
#pragma once

#include <functional>
#include <string>

namespace anteroom::commands {

class ProgressBar {
 public:
  // `is_terminal`: a bar is redrawn in place. `put`: writes to it.
  ProgressBar(bool is_terminal, std::function<void(const std::string&)> put)
      : is_terminal_(is_terminal), put_(std::move(put)) {}

  // `share` of all is done, 0 to 1; `title`: of what is being done.
  void show(const std::string& title, double share);
  // Removes the bar.
  void end();
  // Writes `text` in its place.
  void put(const std::string& text);

 private:
  bool is_terminal_;
  std::function<void(const std::string&)> put_;
  std::string bar_;  // as last drawn
};

}  // namespace anteroom::commands
