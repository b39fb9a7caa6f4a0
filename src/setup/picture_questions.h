// The questions to the installer that a picture on the screen answers: is it upright, is it as large as it says, and do
// touches arrive where they are made.
#pragma once

#include <string>

#include "setup/interview.h"
#include "setup/test_screen.h"

namespace anteroom::setup {

// `screen` with the turn and size that the person in front of `test` sees, who answers in the terminal or with arrows
// and Enter at the screen. What was given is not asked. Errors: throws NoMoreAnswers, Cancelled,
// DisplayGone.
Screen asked_by_picture(Interview& interview, TestScreen& test, Screen screen);

// Has the four corners touched, and says in the terminal what came of it. Returns false if a touch arrived elsewhere,
// or not all corners were touched. Errors: likewise.
bool touches_arrive(Interview& interview, TestScreen& test, const Screen& screen);

// The installer has pressed Escape at the screen, where Ctrl-C does not reach the terminal.
class Cancelled : public std::runtime_error {
 public:
  Cancelled() : std::runtime_error("Nothing is changed.") {}
};

// The display has ended, and so has the test.
class DisplayGone : public std::runtime_error {
 public:
  DisplayGone() : std::runtime_error("the display has gone; nothing is changed") {}
};

}  // namespace anteroom::setup
