// What the installer and the clinic decide about one screen: config/kiosk.toml and config/wall.toml.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "model/card.h"
#include "model/day_span.h"
#include "model/time.h"

namespace anteroom {

// Where a size comes from: the installer, the monitor itself, or a guess.
enum class SizeSource { settings, monitor, fallback };

// The display and the person in front of it; width and height are those of the upright picture. Defaults: a 21.5 inch
// touchscreen at arm's length (docs/standards.md).
struct Screen {
  double width_mm = 476;
  double height_mm = 268;
  int width_px = 1920;
  int height_px = 1080;
  double viewing_distance_mm = 600;
  double lower_edge_mm = 800;  // of the picture, above the floor
  int rotation = 0;            // degrees clockwise: 0, 90, 180 or 270
  SizeSource mm_source = SizeSource::fallback;
  SizeSource px_source = SizeSource::fallback;
  std::string monitor = {};  // its connector or its own name, "HDMI-1" or "DELL P2419H"; empty: the first
  std::string touch = {};    // its touchscreen's name, or part of it; empty: the only one
  friend bool operator==(const Screen&, const Screen&) = default;

  // True if the display hangs on its side: its width is the picture's height.
  bool lies_on_side() const { return rotation % 180 != 0; }
};

// How fast a loop is for its readers. Factors: standards: Dwell.
enum class Pace { slow, usual, brisk };

// Timing of the attract loop. Defaults from the standard's dwell formula (see dwell.h).
struct Loop {
  std::chrono::seconds min_dwell{12};
  double words_per_minute = 100;
  Millis per_character{136};
  std::chrono::seconds settle{3};  // to notice that the card has changed
  std::chrono::seconds per_picture{2};
  Millis transition{700};                  // cross-fade; 600 to 800
  std::chrono::seconds longest_loop{300};  // `check` warns above it
  bool motion = true;                      // parts of a picture move once when its card comes up
  bool hello = true;                       // it opens with greetings, where they help: see hello.h
  friend bool operator==(const Loop&, const Loop&) = default;
};

// When an untouched session ends. Defaults from standards: Time and motion.
struct Idle {
  std::chrono::seconds timeout{60};   // at least
  std::chrono::seconds longest{180};  // at most, whatever the page's reading time
  std::chrono::seconds warning{20};
  friend bool operator==(const Idle&, const Idle&) = default;
};

// Which keys of a tactile keypad do what, by the names of SDL's key codes ("Right", "F13", "Keypad 6"). Several keys
// may do the same thing.
struct Keys {
  std::vector<std::string> next{"Right", "Down"};
  std::vector<std::string> previous{"Left", "Up"};
  std::vector<std::string> select{"Return", "Keypad Enter"};
  std::vector<std::string> back{"Backspace"};
  std::vector<std::string> repeat{"R"};
  std::vector<std::string> volume{"V"};
  std::vector<std::string> topics{"T"};
  friend bool operator==(const Keys&, const Keys&) = default;
};

// A time during which the clinic is open; `until` is not included. until < from runs past midnight into the next day.
struct OpenSpan {
  MinuteOfDay from{0};
  MinuteOfDay until{24 * 60};
  friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

// The spans that begin on one day, in their order, without overlaps; between them is a break. None: closed all day.
using DayHours = std::vector<OpenSpan>;

// The hours of certain dates, such as a holiday; they replace those of the weekday.
struct HoursOn {
  DaySpan days;
  DayHours hours;
  friend bool operator==(const HoursOn&, const HoursOn&) = default;
};

struct OpeningHours {
  std::vector<DayHours> week;  // seven, Sunday first; empty: open at all times, but for the days of `on`
  std::vector<HoursOn> on;     // no day is in two entries of the same kind, see hours_of
  bool empty() const { return week.empty() && on.empty(); }
  friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

// How a screen without a language button changes its language by itself: never; each card in every language before the
// next card; or the whole loop in one language after another.
enum class LanguagesInTurn { none, card, loop };

// What becomes of a card that has no words in the patient's language: it is left out of the loop, or shown in the
// pack's first language, with a line that says so.
enum class MissingText { skip, first };

// How pictures are drawn.
struct PictureSettings {
  std::chrono::seconds time_limit{10};  // for one picture; a card whose picture takes longer is left out
  friend bool operator==(const PictureSettings&, const PictureSettings&) = default;
};

// What is counted of how the screen is used (docs/usage.md).
struct UsageSettings {
  bool count = true;
  int keep_days = 730;  // older counts are removed
  friend bool operator==(const UsageSettings&, const UsageSettings&) = default;
};

// The questions for one's own clinician that a patient may keep until the screen starts over.
struct QuestionSettings {
  bool keep = true;
  friend bool operator==(const QuestionSettings&, const QuestionSettings&) = default;
};

// How staff get in, at the touchscreen, and what patients are told of their work.
struct StaffSettings {
  std::string pin_hash;       // see pin.h; empty: no PIN is set, and there is no way in
  bool show_cleaned = false;  // the cards say when the screen was cleaned last
  friend bool operator==(const StaffSettings&, const StaffSettings&) = default;
};

// The time in which the touchscreen can be wiped, since it takes no touch. standards: Screen care.
struct CleaningSettings {
  std::chrono::seconds lock{120};
  std::vector<MinuteOfDay> at;  // when it begins by itself, every day, ascending
  friend bool operator==(const CleaningSettings&, const CleaningSettings&) = default;
};

// What a wall says about the touchscreen in the same room.
struct WallSettings {
  // Where the touchscreen is, from the chairs: one of the ready places of hello.h, which all languages have words for.
  std::string ready_place;
  std::map<std::string, std::string> place;  // else language -> the clinic's own words, such as "by the door"
  bool names_touchscreen() const { return !ready_place.empty() || !place.empty(); }
  friend bool operator==(const WallSettings&, const WallSettings&) = default;
};

struct Settings {
  Role role = Role::kiosk;
  // Folder of the pack, absolute once read from a file. Empty: the settings do not give it, and no cards are shown,
  // since the default pack's are not the clinic's.
  std::string content = "content/neuromodulators";
  std::vector<std::string> languages;                         // offered, in this order; empty: all of the pack
  LanguagesInTurn languages_in_turn = LanguagesInTurn::none;  // walls only
  MissingText missing_text = MissingText::skip;
  Screen screen;
  Loop loop;
  Idle idle;
  Keys keys;
  PictureSettings pictures;
  UsageSettings usage;
  QuestionSettings questions;
  StaffSettings staff;
  CleaningSettings cleaning;
  WallSettings wall;
  std::string clinic_name;                                         // empty: not shown
  std::map<std::string, std::map<std::string, std::string>> vars;  // language -> variable -> value; override the pack's
  OpeningHours hours;                                              // empty: always open
  std::string region;     // ISO 3166, two letters: how dates and times are written; empty: the language's default
  std::string time_zone;  // IANA name; empty: the machine's
  std::string included;   // path of the file that the settings include; empty: none
  friend bool operator==(const Settings&, const Settings&) = default;
};

}  // namespace anteroom
