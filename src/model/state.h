// The kiosk's state: a plain value, changed by `update` alone.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "model/action.h"
#include "model/content.h"
#include "model/motion.h"
#include "model/notice.h"
#include "model/session.h"
#include "model/staff.h"
#include "model/time.h"

namespace anteroom {

// Times that decide when something happens next. No scene shows them.
struct Moments {
  MonoTime card_since{};            // when the card began to be shown, or was given its full time again
  MonoTime arrived{};               // when the card came to the screen
  bool unseen = false;              // the card is not on the screen yet: its picture is still being drawn
  MonoTime minute_ends{};           // when the wall clock's next minute begins, at most a second late
  MonoTime finger_moved{};          // the last movement of the finger on the screen
  MonoTime warned{};                // when the warning appeared
  MonoTime frame{};                 // the last frame of a movement in progress
  std::optional<MonoTime> touched;  // the last input, or end of a spoken sentence
  std::optional<MonoTime> acted;    // the last tap that did something
  MonoTime said{};                  // when the voice was given its sentence
  std::optional<MonoTime>
      read;                 // since when the card that came to the screen is read aloud, if its picture moves again
  MonoTime notice_since{};  // when an urgent notice began to be shown in its language
  friend bool operator==(const Moments&, const Moments&) = default;
};

struct State {
  bool open = true;                 // false: outside the opening hours, the screen is dark
  std::optional<std::size_t> card;  // index into pack.cards; none: closed, or no card may be shown and the fallback is
  // The greetings with which the loop opens are on the screen, and `card` is what comes behind them.
  bool hello = false;
  std::size_t turns = 0;  // how often the loop has gone on by itself since a fresh start
  // Behind a patient the loop goes on here, with the card that they would have seen next if they had not come:
  // otherwise a busy touchscreen would show the first cards far more often than the others. None: there is no patient.
  std::optional<std::size_t> resumes_at;
  std::size_t since_lead = 0;              // how many cards have been shown since the pack's lead card
  std::optional<std::size_t> before_lead;  // the lead card is shown out of its turn, after this card; the loop goes on
                                           // behind it
  std::size_t drift = 0;                   // where what never changes is now, so that it does not burn in
  // How long the card's picture has moved; none: it is at rest. See motion_of.
  std::optional<Millis> motion;
  std::optional<std::size_t> turned_from;      // the card that `card` replaced by itself, until there is any input
  bool turned_from_hello = false;              // it was behind the greetings
  std::size_t language = 0;                    // index into pack.languages
  std::set<std::string> left_out;              // ids of cards whose picture could not be drawn
  bool has_voice = true;                       // a voice is available, as far as is known
  WallTime minute{};                           // of the wall clock, seconds dropped: what a clock on the screen shows
  bool clock_possible = true;                  // false: the wall clock shows an impossibly early day
  std::optional<Notice> notice;                // that the clinic has put up, due or not
  std::optional<std::size_t> notice_language;  // in which a wall shows an urgent notice; none: in `language`
  std::map<std::string, WallTime> hidden;      // ids of cards that staff have taken out of the loop -> until when
  std::optional<WallTime> dark_until;          // staff have darkened the screen
  Staff staff;
  Session session;
  Moments moments;

  friend bool operator==(const State&, const State&) = default;
};

// The notice that is shown at `time`, or null. A notice is due at any time if the clock cannot be right: some words
// beat none.
const Notice* due_notice(const State& state, WallTime time);
// True if an urgent notice has the whole screen at `time`. What was there before is kept below it.
bool is_urgent(const State& state, WallTime time);

// True if a dot on the screen tells staff that something wants them: where they have a way in.
bool shows_staff_dot(const State& state, const Content& content);
// How long ago the screen was cleaned, if patients are told: for an hour, in full minutes from 1 on, from 5 on in
// fives.
std::optional<std::chrono::minutes> shown_cleaned(const State& state, const Content& content);

// How long the picture of the card in the loop has moved, if it does: none with reduced motion, and where the picture
// is not shown as a whole.
std::optional<Millis> motion_of(const State& state, const Content& content);
// When that begins: the card has faded in, or the voice has begun to read it. Requires: state.card.
MonoTime motion_begins(const State& state, const Content& content);

// How far the picture may have moved by now: while the voice reads, it waits for the sentences that its parts belong
// to. Millis::max(): it waits for none.
Millis motion_waits_at(const State& state, const Content& content);

// The state of a fresh start at `now`: the greetings if the loop opens with them, else its first card, in the first
// offered language.
State start(const Content& content, Now now);

// The state after `action` at `now`. One Tick carries out one deadline at most. An action that makes no sense in the
// state (a page that the card does not have, a tap within `double_tap` of the one before it) changes nothing but the
// idle time.
State update(State state, const Content& content, const Action& action, Now now);

// How many places what never changes has on the screen, and the one at `time`; it goes on every five minutes, from the
// first on when the program starts (standards: Screen care).
inline constexpr std::size_t drift_places = 4;
std::size_t drift_at(MonoTime time);

// Two taps this close together count as one (standards: Time and motion).
inline constexpr Millis double_tap{300};
// A finger that has not moved for this long is dirt on the screen.
inline constexpr std::chrono::seconds forgotten_finger{10};
// A voice that has not finished a sentence after this long never will: our longest takes half of it.
inline constexpr std::chrono::seconds longest_sentence{40};

// When the card in the loop, or the greetings, give way to the next, if nothing holds it; MonoTime::max() until it has
// been seen. Requires: state.card.
MonoTime card_ends(const State& state, const Content& content);

// How long there may be no touch before the warning: longer where there is much to read (standards: Time and motion).
Millis idle_time(const State& state, const Content& content);

// When the state will next change by itself; send Tick then. It is the end of the card's dwell, of the idle time, of a
// second of the warning or of what staff wait for, of the wait for a forgotten finger or for a voice, the next frame of
// an exhibit that moves, or the next minute where a clock is shown, where there are opening hours, or where a card may
// come back into an empty loop.
MonoTime next_deadline(const State& state, const Content& content);

// The cards in the loop at `time` in the language of `state`: the playlist without those left out and those without
// words in it.
std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time);
// The same in another language of the pack.
std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time, std::size_t language);

// The pages of a card's detail: its exhibit, if it has one, its texts, the question for one's own clinician; at least
// one. Requires: language < card.text.size().
std::size_t detail_page_count(const Card& card, std::size_t language);
// The text page shown as page `page` of the detail; none: that page is the exhibit's. One past the last: the
// question's.
std::optional<std::size_t> text_page(const Card& card, std::size_t page);

}  // namespace anteroom
