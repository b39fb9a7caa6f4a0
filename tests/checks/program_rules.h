// The rules that need a whole command to be checked; tests/commands/program_rules_test.cpp plants a fault for each.
#pragma once

#include <set>
#include <string>

namespace anteroom::checks {

inline const std::set<std::string> program_rules = {
    "no-config",    "wrong-clock",   "no-screen-size", "missing-font",   "missing-character",
    "slow-picture", "large-picture", "picture-remark", "legibility",     "reach-mode",
    "not-composed", "long-name",     "long-label",     "missing-monitor"};

}  // namespace anteroom::checks
