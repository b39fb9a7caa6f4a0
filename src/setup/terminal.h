// Questions and answers in a terminal, or by pipe.
#pragma once

#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>

#include "model/time.h"

namespace anteroom::setup {

// The answers have ended before the questions: the terminal was closed.
class NoMoreAnswers : public std::runtime_error {
 public:
  NoMoreAnswers() : std::runtime_error("the answers have ended before the questions; nothing is changed") {}
};

class Terminal {
 public:
  // Reads lines from the file descriptor `in`. Requires: both outlive this.
  Terminal(int in, std::ostream& out) : in_(in), out_(out) {}

  void say(const std::string& text) { out_ << text << std::flush; }

  // The next line, without its end. Errors: throws NoMoreAnswers.
  std::string line();
  // The next line if it comes within `patience`. Errors: as line().
  std::optional<std::string> line_within(Millis patience);

 private:
  std::optional<std::string> kept_line();
  void read_some();

  int in_;
  std::ostream& out_;
  std::string kept_;  // read, but not yet returned
  bool ended_ = false;
};

}  // namespace anteroom::setup
