// The checks of a self-test one after the other.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "selftest/certificate.h"
#include "selftest/course.h"

namespace anteroom::selftest {

struct Step {
  std::string id, title;
  double seconds = 0;  // that it takes about in a full test: its share of the progress
  std::function<Outcome(const Course&)> run;
};

// Whom the self-test tells how far it is.
struct Listener {
  std::function<void(const std::string& title, double share)> progress;  // of the whole test, 0 to 1
  std::function<void(const Line& line)> done;
  std::function<bool()> is_stopped;  // true: end now
  std::function<double()> seconds;   // of a clock that only counts
};

// Carries out `steps`. What throws has failed; what was stopped, or had no turn, was not run.
std::vector<Line> carry_out(const std::vector<Step>& steps, const Course& course, const Listener& listener);

}  // namespace anteroom::selftest
