#include "commands/faults.h"

#include <iostream>

#include "platform/log.h"

namespace anteroom::commands {

int fail(const std::string& why, int status) {
  std::cerr << "anteroom: error: " << why << "\n";
  return status;
}

void print(const source::Diagnostics& diagnostics, bool in_colour) {
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    platform::log(in_colour ? source::to_coloured_text(each) : source::to_text(each));
  }
}

}  // namespace anteroom::commands
