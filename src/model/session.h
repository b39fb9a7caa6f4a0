// What one patient has done to the screen. The next patient starts with a fresh one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/exhibit_state.h"

namespace anteroom {

enum class Place { loop, detail };
// What lies over the place, chosen from the bar.
enum class Chooser { none, language, access, offer };

// Where the controls are brought for a hand that does not reach up.
enum class Reach { none, right, left };

// What the voice says: the screen from its first sentence, the target that the keypad is on, or a word about the voice.
enum class Said { screen, focus, volume, keys };
struct Reading {
  Said what = Said::screen;
  std::size_t sentence = 0;  // that is being spoken
  friend bool operator==(const Reading&, const Reading&) = default;
};

// The loudness of the voice, 1 to loudest.
inline constexpr int loudest = 5;
inline constexpr int usual_volume = 3;

struct Session {
  Place place = Place::loop;
  std::size_t page = 0, part = 0;  // of the detail
  ExhibitState exhibit;            // of the detail's card
  Chooser chooser = Chooser::none;
  bool paused = false;
  bool language_chosen = false;
  bool high_contrast = false;
  bool reduced_motion = false;
  int text_percent = 100;  // 100, 150 or 200
  Reach reach = Reach::none;
  bool aloud = false;              // every screen that the patient opens is read aloud
  std::optional<Reading> reading;  // being spoken now
  int volume = usual_volume;
  bool offered = false;        // reading aloud was offered to who uses the keypad
  std::string focus;           // id of the target that the keypad is on; empty: the keypad is not used
  std::optional<int> warning;  // seconds until the reset, while "Still reading?" is asked
  bool finger_on = false;
  std::string pressed;  // id of the target under the finger
  friend bool operator==(const Session&, const Session&) = default;
};

// True if something would be lost by a reset: then a warning comes before it. Wandering through the running loop leaves
// nothing to lose.
bool has_something_to_lose(const Session& session);

// True while the loop stands still for this patient. Who listens could not hear that a card gives way to another, and
// would open what they have not heard.
bool holds_loop(const Session& session);

}  // namespace anteroom
