// What can happen to the kiosk: everything that `update` understands.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <variant>

#include "model/exhibit_state.h"
#include "model/notice.h"
#include "model/session.h"
#include "model/staff.h"
#include "model/time.h"

namespace anteroom {

// Time has passed: what is due is carried out.
struct Tick {
  friend bool operator==(const Tick&, const Tick&) = default;
};
// One card forward or back in the loop.
struct ShowNext {
  friend bool operator==(const ShowNext&, const ShowNext&) = default;
};
struct ShowPrevious {
  friend bool operator==(const ShowPrevious&, const ShowPrevious&) = default;
};
// The card's picture could not be drawn: the card leaves the loop until the pack is read again.
struct LeaveOut {
  std::string card;
  friend bool operator==(const LeaveOut&, const LeaveOut&) = default;
};
// Whether the current card is on the screen or fading in; if not, its picture is still being drawn.
struct CardSeen {
  bool seen = true;
  friend bool operator==(const CardSeen&, const CardSeen&) = default;
};
// Opens the detail of the card on the screen, at its first page.
struct OpenCard {
  friend bool operator==(const OpenCard&, const OpenCard&) = default;
};
// Page `page` of the open detail. A page that does not fit the screen has several parts, and the words beside an
// exhibit that do not fit there are told one piece after the other.
struct ShowPage {
  std::size_t page = 0, part = 0, piece = 0;
  friend bool operator==(const ShowPage&, const ShowPage&) = default;
};
// Where the open detail's facts come from, and when they were reviewed. What does not fit the screen has several parts.
struct ShowAbout {
  std::size_t part = 0;
  friend bool operator==(const ShowAbout&, const ShowAbout&) = default;
};
// Closes a detail, what is shown about it, or a chooser, and returns to where it was opened.
struct Leave {
  friend bool operator==(const Leave&, const Leave&) = default;
};
// Starts again, as for the next patient: the greetings, or the first card of the loop, in the first language, as it
// looks to nobody in particular.
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
// Opens the loop in a language, an index into pack.languages: what the greetings offer.
struct OpenLoop {
  std::size_t language = 0;
  friend bool operator==(const OpenLoop&, const OpenLoop&) = default;
};
struct OpenLanguages {
  friend bool operator==(const OpenLanguages&, const OpenLanguages&) = default;
};
// A language for this session, as an index into pack.languages.
struct ChooseLanguage {
  std::size_t language = 0;
  friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
};
// The list of all cards in the loop. What does not fit the screen has several parts.
struct OpenTopics {
  std::size_t part = 0;
  friend bool operator==(const OpenTopics&, const OpenTopics&) = default;
};
// Shows a card of the loop, as an index into pack.cards.
struct ShowCard {
  std::size_t card = 0;
  friend bool operator==(const ShowCard&, const ShowCard&) = default;
};
// Keeps the question of the open card to show it at the visit, or takes out one that is kept; an index into pack.cards.
struct ToggleQuestion {
  std::size_t card = 0;
  friend bool operator==(const ToggleQuestion&, const ToggleQuestion&) = default;
};
// The list of the kept questions. What does not fit the screen has several parts.
struct OpenQuestions {
  std::size_t part = 0;
  friend bool operator==(const OpenQuestions&, const OpenQuestions&) = default;
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
// Text at 100, 150 or 200 percent, for this session.
struct SetTextSize {
  int percent = 100;
  friend bool operator==(const SetTextSize&, const SetTextSize&) = default;
};
// Brings the controls down, nearer to this hand; if they are there already, puts them back.
struct ToggleReach {
  Reach hand = Reach::right;
  friend bool operator==(const ToggleReach&, const ToggleReach&) = default;
};
// Reads the screen aloud, and every screen that is opened from now on; or stops doing so.
struct ToggleAloud {
  friend bool operator==(const ToggleAloud&, const ToggleAloud&) = default;
};
// Reads the screen from its beginning.
struct ReadAgain {
  friend bool operator==(const ReadAgain&, const ReadAgain&) = default;
};
// The next volume; after the loudest, the softest.
struct ChangeVolume {
  friend bool operator==(const ChangeVolume&, const ChangeVolume&) = default;
};
// A louder voice, or with `by` below 0 a softer one; at the end of the range nothing changes.
struct StepVolume {
  int by = 1;
  friend bool operator==(const StepVolume&, const StepVolume&) = default;
};
// Asks the keypad's user whether to read the screen aloud.
struct OfferAloud {
  friend bool operator==(const OfferAloud&, const OfferAloud&) = default;
};
struct AnswerOffer {
  bool yes = false;
  friend bool operator==(const AnswerOffer&, const AnswerOffer&) = default;
};
// The voice has finished a sentence; `more`: the same screen has another. `of_lead`: how many sentences of the card's
// lead have then begun, whole_lead with the last one.
inline constexpr std::size_t whole_lead = std::numeric_limits<std::size_t>::max();
struct SentenceEnded {
  bool more = false;
  std::size_t of_lead = whole_lead;
  friend bool operator==(const SentenceEnded&, const SentenceEnded&) = default;
};
// A voice has become available, or is no longer.
struct VoiceChanged {
  bool available = false;
  friend bool operator==(const VoiceChanged&, const VoiceChanged&) = default;
};
// The clinic has put up a notice, changed it or taken it down (none).
struct PostNotice {
  std::optional<Notice> notice;
  friend bool operator==(const PostNotice&, const PostNotice&) = default;
};
// A finger is on the screen, over the target `target` (empty: over none). Sent again on every report from the panel;
// `moved`: it has just come down or has really moved, so it is not dirt on the screen.
struct FingerOn {
  std::string target;
  bool moved = true;
  friend bool operator==(const FingerOn&, const FingerOn&) = default;
};
// The finger has left the screen.
struct FingerOff {
  bool of_exhibit = false;  // it had dragged the exhibit
  friend bool operator==(const FingerOff&, const FingerOff&) = default;
};
// A key was pressed, and the keypad's focus is now on `target` (empty: on none).
struct Focus {
  std::string target;
  friend bool operator==(const Focus&, const Focus&) = default;
};

// A finger came down in a corner, or elsewhere (none), where staff can get in.
struct CornerTap {
  std::optional<Corner> corner;
  friend bool operator==(const CornerTap&, const CornerTap&) = default;
};
// … and has lifted.
struct CornerLift {
  friend bool operator==(const CornerLift&, const CornerLift&) = default;
};
// The PIN pad.
struct PinDigit {
  int digit = 0;  // 0 to 9
  friend bool operator==(const PinDigit&, const PinDigit&) = default;
};
struct PinErase {
  friend bool operator==(const PinErase&, const PinErase&) = default;
};
struct PinEnter {
  friend bool operator==(const PinEnter&, const PinEnter&) = default;
};
// The PIN that was entered has been compared with the hash.
struct PinChecked {
  bool right = false;
  friend bool operator==(const PinChecked&, const PinChecked&) = default;
};
// How many PINs in a row were wrong before the program started; it locks as if the last one had been entered now.
struct RecallWrongPins {
  int wrong = 0;
  friend bool operator==(const RecallWrongPins&, const RecallWrongPins&) = default;
};
// Staff leave PIN pad or panel: the next patient finds a fresh start.
struct LeaveStaff {
  friend bool operator==(const LeaveStaff&, const LeaveStaff&) = default;
};
// The panel was touched.
struct StaffTouch {
  friend bool operator==(const StaffTouch&, const StaffTouch&) = default;
};
// The screen takes no touch while it is wiped.
struct BeginCleaning {
  friend bool operator==(const BeginCleaning&, const BeginCleaning&) = default;
};
// The card is not shown until then; none: it is shown again.
struct HideCard {
  std::string card;
  std::optional<WallTime> until;
  friend bool operator==(const HideCard&, const HideCard&) = default;
};
// The screen is as when the clinic is closed until then; none: no longer.
struct DarkUntil {
  std::optional<WallTime> until;
  friend bool operator==(const DarkUntil&, const DarkUntil&) = default;
};
// Something wants staff, or nothing does any more: a dot in a corner of the screen tells them.
struct StaffWanted {
  bool wanted = false;
  friend bool operator==(const StaffWanted&, const StaffWanted&) = default;
};
// When the screen was cleaned last before the program started.
struct RecallCleaned {
  WallTime at{};
  friend bool operator==(const RecallCleaned&, const RecallCleaned&) = default;
};

using Action = std::variant<Tick, ShowNext, ShowPrevious, LeaveOut, CardSeen, OpenCard, ShowPage, ShowAbout, Leave,
                            GoHome, TogglePause, Stay, OpenLoop, OpenLanguages, ChooseLanguage, OpenTopics, ShowCard,
                            ToggleQuestion, OpenQuestions, OpenAccess, ToggleContrast, ToggleMotion, SetTextSize,
                            ToggleReach, ToggleAloud, ReadAgain, ChangeVolume, StepVolume, OfferAloud, AnswerOffer,
                            SentenceEnded, VoiceChanged, PostNotice, FingerOn, FingerOff, Focus, ExhibitTap, HandleMove,
                            CornerTap, CornerLift, PinDigit, PinErase, PinEnter, PinChecked, RecallWrongPins,
                            LeaveStaff, StaffTouch, BeginCleaning, HideCard, DarkUntil, StaffWanted, RecallCleaned>;

// True for actions that no user performs.
bool happens_by_itself(const Action& action);
// True for actions that a tap or a key asks for, as opposed to time, the painter or the mere presence of a finger.
bool is_tap(const Action& action);
// True for what staff do, or what answers it. Patients can do none of it.
bool is_of_staff(const Action& action);

}  // namespace anteroom
