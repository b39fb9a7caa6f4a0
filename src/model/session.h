// What one patient has done to the screen. The next patient starts with a fresh one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/exhibit_state.h"

namespace anteroom {

enum class Place { loop, detail };
// What lies over the place, chosen from the bar.
enum class Chooser { none, language, access };

struct Session {
  Place place = Place::loop;
  std::size_t page = 0, part = 0;  // of the detail
  ExhibitState exhibit;            // of the detail's card
  Chooser chooser = Chooser::none;
  bool paused = false;
  bool language_chosen = false;
  bool high_contrast = false;
  bool reduced_motion = false;
  std::string focus;           // id of the target that the keypad is on; empty: the keypad is not used
  std::optional<int> warning;  // seconds until the reset, while "Still reading?" is asked
  bool finger_on = false;
  std::string pressed;  // id of the target under the finger
  friend bool operator==(const Session&, const Session&) = default;
};

// True if something would be lost by a reset: then a warning comes before it. Wandering through the running loop leaves
// nothing to lose.
bool has_something_to_lose(const Session& session);

}  // namespace anteroom
