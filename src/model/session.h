// What one patient has done to the screen. The next patient starts with a fresh one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/exhibit_state.h"

namespace anteroom {

enum class Place { loop, detail };
// What covers the place: a chooser opened from the bar, or the offer to read aloud.
enum class Chooser { none, language, access, topics, questions, offer };

// Which hand the controls are brought down to, for a patient who cannot reach up.
enum class Reach { none, right, left };

// What the voice says: the screen from its first sentence, the focused target, the volume, how the keys work, or that a
// question was kept or taken out.
enum class Said { screen, focus, volume, keys, kept, taken_out };
struct Reading {
  Said what = Said::screen;
  std::size_t sentence = 0;  // being spoken now
  std::size_t of_lead = 0;   // how many sentences of the card's lead have begun; see whole_lead
  friend bool operator==(const Reading&, const Reading&) = default;
};

// The volume of the voice, 1 to loudest.
inline constexpr int loudest = 5;
inline constexpr int usual_volume = 3;

struct Session {
  Place place = Place::loop;
  std::size_t page = 0, part = 0;    // of the detail
  std::size_t piece = 0;             // of the words beside the exhibit
  std::optional<std::size_t> about;  // the open part of what is shown about the detail's facts
  ExhibitState exhibit;              // of the detail's card
  Chooser chooser = Chooser::none;
  std::size_t list_part = 0;           // of the open list: of topics or of questions
  std::vector<std::size_t> questions;  // kept, in this order: indices into pack.cards; at most most_questions
  bool paused = false;
  bool language_chosen = false;
  bool high_contrast = false;
  bool reduced_motion = false;
  int text_percent = 100;  // 100, 150 or 200
  Reach reach = Reach::none;
  bool aloud = false;              // every screen that the patient opens is read aloud
  std::optional<Reading> reading;  // being spoken now
  int volume = usual_volume;
  bool offered = false;        // the keypad's user has been offered reading aloud
  std::string focus;           // id of the target that the keypad is on; empty: the keypad is not used
  std::optional<int> warning;  // seconds until the reset, while "Still reading?" is asked
  bool finger_on = false;
  std::string pressed;  // id of the target under the finger
  friend bool operator==(const Session&, const Session&) = default;
};

// True if a patient has changed how the screen is for whoever uses it next: its language, its looks, its voice, that
// the loop runs, or the questions kept.
bool differs_from_start(const Session& session);

// True if a reset would lose something: then a warning comes before it. Leafing through the running loop leaves nothing
// to lose.
bool has_something_to_lose(const Session& session);

// True while the loop is held for this patient. A listener would not hear that one card replaces another, and would
// open a card that they have not heard.
bool holds_loop(const Session& session);

}  // namespace anteroom
