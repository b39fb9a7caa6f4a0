#include "commands/faults.h"

#include <algorithm>
#include <iostream>
#include <vector>

#include "platform/log.h"

namespace anteroom::commands {

int fail(const std::string& why, int status) {
  std::cerr << "anteroom: error: " << why << "\n";
  return status;
}

void print(const source::Diagnostics& diagnostics, bool in_colour) {
  std::vector<source::Diagnostic> all = diagnostics.sorted();
  std::stable_partition(all.begin(), all.end(),
                        [](const source::Diagnostic& each) { return each.severity == source::Severity::warning; });
  for (const source::Diagnostic& each : all) {
    platform::log(in_colour ? source::to_coloured_text(each) : source::to_text(each));
  }
}

}  // namespace anteroom::commands
