// Where the kiosk is: a plain value, changed by `update` alone.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "model/action.h"
#include "model/content.h"
#include "model/motion.h"
#include "model/session.h"
#include "model/time.h"

namespace anteroom {

// Moments that decide when something happens next. No scene shows them.
struct Moments {
  MonoTime card_since{};            // when the card took the screen
  bool unseen = false;              // it has not yet: its picture is still being drawn
  MonoTime minute_ends{};           // when the wall clock's next minute begins, at most a second late
  MonoTime finger_moved{};          // the last sign of the finger that is on the glass
  MonoTime warned{};                // when the warning appeared
  MonoTime frame{};                 // the last step of a movement that goes on
  std::optional<MonoTime> touched;  // the last sign of the patient
  std::optional<MonoTime> acted;    // the last tap that did something
  MonoTime said{};                  // when the voice was given its sentence
  friend bool operator==(const Moments&, const Moments&) = default;
};

struct State {
  bool open = true;  // false: outside the opening hours, the screen is dark
  std::optional<std::size_t>
      card;  // index into pack.cards; none: closed, or no card may be shown and the fallback stands in
  std::optional<std::size_t> turned_from;  // the card that `card` came after by itself, until somebody does something
  std::size_t language = 0;                // index into pack.languages
  std::set<std::string> left_out;          // ids of cards whose picture could not be drawn
  bool has_voice = true;                   // there is a voice, as far as is known
  WallTime minute{};                       // of the wall clock, seconds dropped: what a clock on the screen shows
  bool clock_possible = true;              // false: the wall clock shows a day before any that can be right
  Session session;
  Moments moments;

  friend bool operator==(const State&, const State&) = default;
};

// The state of a fresh start at `now`: the first card of the loop, in the first offered language.
State start(const Content& content, Now now);

// The state after `action` at `now`. One Tick carries out one deadline at most. What makes no sense in the state (a
// page that the card has not, a tap within `double_tap` of the one before it) changes nothing but the idle time.
State update(State state, const Content& content, const Action& action, Now now);

// Two taps this close are one (standards: Time and motion).
inline constexpr Millis double_tap{300};
// A finger that has not moved for so long is dirt on the glass.
inline constexpr std::chrono::seconds forgotten_finger{10};
// A voice that has not come to the end of a sentence for so long never will: the longest of our texts takes half of it.
inline constexpr std::chrono::seconds longest_sentence{40};

// When the card in the loop gives way to the next, if nothing holds it; MonoTime::max(): not before it was seen.
// Requires: state.card.
MonoTime card_ends(const State& state, const Content& content);

// How long nothing may be touched before the warning: longer where there is much to read (standards: Time and motion).
Millis idle_time(const State& state, const Content& content);

// When the state will change by itself: the end of the card's dwell, of the idle time, of a second of the warning, of a
// forgotten finger, the next frame of an exhibit that moves, or the next minute where a clock is shown, where there are
// opening hours, or where a card may come back into an empty loop. Tick then.
MonoTime next_deadline(const State& state, const Content& content);

// The cards in the loop at `time` in the language of `state`: the playlist without those left out and those without
// words in it.
std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time);
// The same in another language of the pack.
std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time, std::size_t language);

// The pages of a card's detail: its exhibit, if it has one, then its texts; at least one. Requires: language <
// card.text.size().
std::size_t detail_pages(const Card& card, std::size_t language);
// The text page that is page `page` of the detail; none: it is the exhibit's.
std::optional<std::size_t> text_page(const Card& card, std::size_t page);

}  // namespace anteroom
