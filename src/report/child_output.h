// What another program writes when it is given a text.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace anteroom::report {

// The standard output of `words` (the program, found in PATH, and its arguments; no shell) with `input` as its standard
// input. Nothing when it cannot be started, ends with another status than 0, or is not done after `patience`; it is
// then ended. What it writes to standard error is dropped.
std::optional<std::string> child_output(const std::vector<std::string>& words, const std::string& input,
                                        std::chrono::milliseconds patience);

}  // namespace anteroom::report
