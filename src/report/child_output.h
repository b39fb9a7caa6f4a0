// Runs another program on a text.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace anteroom::report {

// The standard output of `words` (the program, found in PATH, and its arguments; no shell) with `input` as its standard
// input. None if it cannot be started, exits with a status other than 0, or is not done after `patience`, when it is
// killed. Its standard error is discarded.
std::optional<std::string> child_output(const std::vector<std::string>& words, const std::string& input,
                                        std::chrono::milliseconds patience);

}  // namespace anteroom::report
