// A replay file as a list of steps.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "model/time.h"

namespace anteroom::commands {

struct Wait {
  Millis time;
};
struct SetWallClock {
  WallTime time;
};
// `expect <what> <value>`: what is "screen", "card", "language", "text" or "no text".
struct Expect {
  std::string what, value;
};
struct Shot {
  std::string name;
};
// A line that cannot be carried out, and why.
struct Unreadable {
  std::string why;
};

struct Step {
  int line = 0;
  std::variant<Wait, SetWallClock, Expect, Shot, Unreadable> command;
};

// The steps of the replay text `text`, comments and empty lines left out.
std::vector<Step> parse_replay(const std::string& text);

}  // namespace anteroom::commands
