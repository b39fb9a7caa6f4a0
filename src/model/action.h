// What can happen to the kiosk: everything that `update` understands.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "model/exhibit_state.h"
#include "model/session.h"

namespace anteroom {

// Time has passed; deadlines that lie behind it are carried out.
struct Tick {
  friend bool operator==(const Tick&, const Tick&) = default;
};
// One card on or back in the loop.
struct ShowNext {
  friend bool operator==(const ShowNext&, const ShowNext&) = default;
};
struct ShowPrevious {
  friend bool operator==(const ShowPrevious&, const ShowPrevious&) = default;
};
// The card's picture turned out not to be drawable: out of the loop until the pack is read again.
struct LeaveOut {
  std::string card;
  friend bool operator==(const LeaveOut&, const LeaveOut&) = default;
};
// Whether the card that took its turn is on the glass, or fading in; its picture may still be drawn.
struct CardSeen {
  bool seen = true;
  friend bool operator==(const CardSeen&, const CardSeen&) = default;
};
// The detail of the card that is on the screen, from its first page.
struct OpenCard {
  friend bool operator==(const OpenCard&, const OpenCard&) = default;
};
// Page `page` of the open detail. A page that does not fit the screen has several parts.
struct ShowPage {
  std::size_t page = 0, part = 0;
  friend bool operator==(const ShowPage&, const ShowPage&) = default;
};
// Out of a detail or a chooser, to where it was opened.
struct Leave {
  friend bool operator==(const Leave&, const Leave&) = default;
};
// The first card of the loop; language, looks and pause stay.
struct GoHome {
  friend bool operator==(const GoHome&, const GoHome&) = default;
};
// Holds the loop, or lets it run again.
struct TogglePause {
  friend bool operator==(const TogglePause&, const TogglePause&) = default;
};
// The answer to "Still reading?".
struct Stay {
  friend bool operator==(const Stay&, const Stay&) = default;
};
struct OpenLanguages {
  friend bool operator==(const OpenLanguages&, const OpenLanguages&) = default;
};
// A language for this session, as an index into pack.languages.
struct ChooseLanguage {
  std::size_t language = 0;
  friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
};
struct OpenAccess {
  friend bool operator==(const OpenAccess&, const OpenAccess&) = default;
};
// Standard or high contrast, full or reduced motion, for this session.
struct ToggleContrast {
  friend bool operator==(const ToggleContrast&, const ToggleContrast&) = default;
};
struct ToggleMotion {
  friend bool operator==(const ToggleMotion&, const ToggleMotion&) = default;
};
// Letters of 100, 150 or 200 percent, for this session.
struct SetTextSize {
  int percent = 100;
  friend bool operator==(const SetTextSize&, const SetTextSize&) = default;
};
// Brings the controls down, nearer to this hand; the hand that it is set for: back to their usual places.
struct ToggleReach {
  Reach hand = Reach::right;
  friend bool operator==(const ToggleReach&, const ToggleReach&) = default;
};
// Reads what is on the screen, and every screen that is opened from now on; or no more.
struct ToggleAloud {
  friend bool operator==(const ToggleAloud&, const ToggleAloud&) = default;
};
// Reads the screen from its beginning.
struct ReadAgain {
  friend bool operator==(const ReadAgain&, const ReadAgain&) = default;
};
// The next loudness, round the end.
struct ChangeVolume {
  friend bool operator==(const ChangeVolume&, const ChangeVolume&) = default;
};
// Asks a keypad's user whether the screen shall be read aloud.
struct OfferAloud {
  friend bool operator==(const OfferAloud&, const OfferAloud&) = default;
};
struct AnswerOffer {
  bool yes = false;
  friend bool operator==(const AnswerOffer&, const AnswerOffer&) = default;
};
// The voice has come to the end of a sentence; `more`: of the same screen there is another.
struct SentenceEnded {
  bool more = false;
  friend bool operator==(const SentenceEnded&, const SentenceEnded&) = default;
};
// There is a voice, or there is none any more.
struct VoiceChanged {
  bool available = false;
  friend bool operator==(const VoiceChanged&, const VoiceChanged&) = default;
};
// A finger is on the glass, over the target `target` (empty: over none). Sent again whenever the panel reports it;
// `moved`: it has come or has really moved since, so that it is no dirt on the glass.
struct FingerOn {
  std::string target;
  bool moved = true;
  friend bool operator==(const FingerOn&, const FingerOn&) = default;
};
// No finger is on the glass any more.
struct FingerOff {
  bool of_exhibit = false;  // it had dragged the exhibit
  friend bool operator==(const FingerOff&, const FingerOff&) = default;
};
// A key was pressed, and the keypad's focus is now on `target` (empty: on none).
struct Focus {
  std::string target;
  friend bool operator==(const Focus&, const Focus&) = default;
};

using Action = std::variant<Tick, ShowNext, ShowPrevious, LeaveOut, CardSeen, OpenCard, ShowPage, Leave, GoHome,
                            TogglePause, Stay, OpenLanguages, ChooseLanguage, OpenAccess, ToggleContrast, ToggleMotion,
                            SetTextSize, ToggleReach, ToggleAloud, ReadAgain, ChangeVolume, OfferAloud, AnswerOffer,
                            SentenceEnded, VoiceChanged, FingerOn, FingerOff, Focus, ExhibitTap, HandleMove>;

// True for what nobody's hand does.
bool happens_by_itself(const Action& action);
// True for what a tap or a key asks for, in contrast to what time, the painter or a finger's mere presence does.
bool is_tap(const Action& action);

}  // namespace anteroom
