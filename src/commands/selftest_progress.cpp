#include "commands/selftest_progress.h"

namespace anteroom::commands {

void put_line(ProgressBar& bar, const selftest::Line& line) {
  const selftest::Result result = line.outcome.result;
  const char* word = result == selftest::Result::pass   ? "pass     "
                     : result == selftest::Result::fail ? "FAIL     "
                                                        : "not run  ";
  bar.put(word + line.title + (line.outcome.reason.empty() ? "" : ": " + line.outcome.reason) + "\n");
}

}  // namespace anteroom::commands
