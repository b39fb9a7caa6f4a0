// A replay file as a list of steps.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/key.h"
#include "model/notice.h"
#include "model/time.h"
#include "scene/geometry.h"

namespace anteroom::simulation {

struct Wait {
  Millis time;
};
struct SetWallClock {
  WallTime time;
};
// Waits until nothing more is spoken.
struct Listen {};
// `expect <what> <value>`: what is "screen", "card", "language", "picture", "text", "no text", "spoken" or "spoken
// everything". A picture is "moving" or "still".
struct Expect {
  std::string what, value;
};
// `tap "Next"` or `tap 240,120`: a target by its label, or a point in mm.
struct Tap {
  std::string label;  // empty: at `at`
  scene::Point at;
};
struct Press {
  scene::Point at;
};
struct Drag {
  scene::Point from, to;
};
struct Release {};
struct Palm {};
struct PressKey {
  Key key;
};
// `notice info|urgent "Title" ["Text"]`, or `notice off`.
struct PutUpNotice {
  std::optional<Notice> notice;
};
struct Shot {
  std::string name;
};
// A line that cannot be carried out, with the reason.
struct Unreadable {
  std::string why;
};

struct Step {
  int line = 0;
  std::variant<Wait, Listen, SetWallClock, Expect, Tap, Press, Drag, Release, Palm, PressKey, PutUpNotice, Shot,
               Unreadable>
      command;
};

// The name of `key` in a replay: "next".
std::string key_name(Key key);

// The steps of the replay text `text`, without comments and empty lines.
std::vector<Step> parse_replay(const std::string& text);

}  // namespace anteroom::simulation
