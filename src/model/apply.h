// One action carried out on a state: the parts of `update`. Only their sources include this.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "model/state.h"

namespace anteroom {

// Shows `card` in the loop, from `since` on, without greetings.
void show(State& state, std::optional<std::size_t> card, MonoTime since);
// The same when the loop comes to it, by itself or by hand: its picture moves.
void turn_to(State& state, std::optional<std::size_t> card, MonoTime since);

// Called with an action, carries it out on `state`, without asking whether a patient may do that now.
struct Apply {
  State& state;
  const Content& content;
  Now now;

  std::vector<std::size_t> cards() const { return loop_cards(state, content, now.wall); }
  std::size_t current() const { return state.card.value_or(0); }
  bool in_loop() const { return state.open && state.card && state.session.place == Place::loop; }
  bool in_detail() const { return state.card && state.session.place == Place::detail; }
  const Card& card() const { return content.pack.cards[*state.card]; }
  bool calm() const { return state.session.reduced_motion; }
  // Shows the loop from its beginning in the language of the state.
  void show_loop() const;
  // Another card has come; `before`: as State::before_lead.
  void count_for_lead(std::optional<std::size_t> before) const;
  void to_loop() const;
  void open_chooser(Chooser chooser) const;  // or closes it
  void to_first_part() const;                // of the page on the screen, which is split elsewhere now

  // apply_time.cpp: what happens by itself
  void operator()(const Tick&) const;
  void operator()(const LeaveOut& action) const;
  void operator()(const CardSeen& action) const;
  void operator()(const PostNotice& action) const;
  void urgent_begins() const;
  void urgent_ends() const;
  void urgent_goes_on() const;
  void reset() const;
  void forget_finger() const;
  void count_down() const;
  void on_idle_timeout() const;
  void turn_on(MonoTime since) const;
  void advance_when_due() const;
  void time_passes() const;
  void move_picture() const;
  // Where the picture waits for a sentence of the voice, its movement goes on from there.
  void wait_for_sentence() const;

  // apply_hand.cpp: what the user does
  void operator()(const ShowNext&) const;
  void operator()(const ShowPrevious&) const;
  void operator()(const OpenCard&) const;
  void operator()(const ShowPage& action) const;
  void operator()(const ShowAbout& action) const;
  void operator()(const Leave&) const;
  void operator()(const GoHome&) const;
  void operator()(const TogglePause&) const;
  void operator()(const Stay&) const {}  // every tap answers the warning
  void operator()(const OpenLoop& action) const;
  void operator()(const OpenLanguages&) const;
  void operator()(const OpenAccess&) const;
  void operator()(const ChooseLanguage& action) const;
  void operator()(const OpenTopics& action) const;
  void operator()(const ShowCard& action) const;
  void operator()(const ToggleQuestion& action) const;
  void operator()(const OpenQuestions& action) const;
  void operator()(const ToggleContrast&) const { state.session.high_contrast = !state.session.high_contrast; }
  void operator()(const ToggleMotion&) const { state.session.reduced_motion = !state.session.reduced_motion; }
  void operator()(const SetTextSize& action) const;
  void operator()(const ToggleReach& action) const;
  void operator()(const FingerOn& action) const;
  void operator()(const FingerOff&) const;
  void operator()(const ExhibitTap& action) const;
  void operator()(const HandleMove& action) const;

  // apply_speech.cpp: what a listening patient does, and what the voice does
  void operator()(const ToggleAloud&) const;
  void operator()(const ReadAgain&) const;
  void operator()(const ChangeVolume&) const;
  void operator()(const StepVolume& step) const;
  void operator()(const OfferAloud&) const;
  void operator()(const AnswerOffer& action) const;
  void operator()(const SentenceEnded& action) const;
  void operator()(const VoiceChanged& action) const;
  void operator()(const Focus& action) const;

  // apply_staff.cpp: what staff do
  void operator()(const CornerTap& action) const;
  void operator()(const CornerLift&) const { state.staff.times.held = false; }
  void operator()(const PinDigit& action) const;
  void operator()(const PinErase&) const;
  void operator()(const PinEnter&) const;
  void operator()(const PinChecked& action) const;
  void operator()(const RecallWrongPins& action) const;
  void operator()(const LeaveStaff&) const;
  void operator()(const StaffTouch&) const { state.staff.times.touched = now.mono; }
  void operator()(const BeginCleaning&) const;
  void operator()(const HideCard& action) const;
  void operator()(const DarkUntil& action) const;
  void operator()(const StaffWanted& action) const { state.staff.wanted = action.wanted; }
  void operator()(const RecallCleaned& action) const { state.staff.cleaned = action.at; }
  bool may_enter_pin() const;
  void open_pin_pad() const;
  void staff_time_passes() const;
  void look_for_cleaning_time() const;
  void staff_input(const Action& action) const;  // a patient's, while staff have the screen

  // True if the clinic is open, and staff have not darkened the screen.
  bool is_lit() const;
  void say(Said what) const;
  void stop_speaking() const;
};

}  // namespace anteroom
