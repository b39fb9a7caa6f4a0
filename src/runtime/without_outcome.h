// Faults of settings that are not used.
#pragma once

#include <string>

#include "source/diagnostic.h"

namespace anteroom::runtime {

// `fault` without what it says of the screen (", so the screen is on all day on Mondays"): that is so where the faulty
// file is used, but the screen keeps what it had.
inline source::Diagnostic without_outcome(source::Diagnostic fault) {
  std::string& message = fault.message;
  if (const std::size_t outcome = message.find(", so the "); outcome != std::string::npos) {
    message.erase(outcome, message.find(';', outcome) - outcome);
  }
  return fault;
}

}  // namespace anteroom::runtime
