// How a self-test says how far it is: a bar on a terminal, else a line for each check.
#pragma once

#include <functional>
#include <string>

#include "selftest/certificate.h"

namespace anteroom::commands {

class SelftestProgress {
 public:
  // `is_terminal`: a bar is redrawn in place. `put`: writes to it.
  SelftestProgress(bool is_terminal, std::function<void(const std::string&)> put)
      : is_terminal_(is_terminal), put_(std::move(put)) {}

  // `share` of the whole test is done, 0 to 1; `title`: of the check that runs.
  void show(const std::string& title, double share);
  // A check is done.
  void done(const selftest::Line& line);
  // Removes the bar.
  void end();

 private:
  bool is_terminal_;
  std::function<void(const std::string&)> put_;
  std::string bar_;  // as last drawn
};

}  // namespace anteroom::commands
