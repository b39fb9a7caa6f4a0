#include "selftest/plan.h"

#include <exception>

namespace anteroom::selftest {

namespace {

Outcome outcome_of(const Step& step, const Course& course) {
  try {
    return step.run(course);
  } catch (const std::exception& error) {
    return failed({}, error.what());
  }
}

}  // namespace

std::vector<Line> carry_out(const std::vector<Step>& steps, const Course& course, const Listener& listener) {
  std::vector<Line> lines;
  double total = 0, done = 0;
  for (const Step& each : steps) total += each.seconds;
  for (const Step& each : steps) {
    Line line{each.id, each.title, {}, 0};
    if (listener.is_stopped()) {
      line.outcome = not_run({}, "the test was stopped before");
    } else {
      Course part = course;
      part.goes_on = [&](double share) {
        listener.progress(each.title, (done + share * each.seconds) / total);
        return !listener.is_stopped();
      };
      part.goes_on(0);
      const double began = listener.seconds();
      line.outcome = outcome_of(each, part);
      line.seconds = listener.seconds() - began;
      // Ctrl-C may have been what made it fail.
      if (listener.is_stopped() && line.outcome.result != Result::pass) {
        line.outcome = not_run(std::move(line.outcome), stopped);
      }
      done += each.seconds;
    }
    listener.done(line);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace anteroom::selftest
