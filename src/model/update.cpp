#include <algorithm>
#include <utility>

#include "model/apply.h"
#include "model/hello.h"
#include "model/playlist.h"
#include "model/schedule.h"
#include "model/wall_clock.h"

namespace anteroom {

namespace {

// The actions that make up a tap, or a key press that acts.
bool is_of_tap(const Action& action) {
  return is_tap(action) || std::holds_alternative<FingerOn>(action) || std::holds_alternative<FingerOff>(action);
}

void refresh_clock(State& state, const Content& content, Now now) {
  state.minute = std::chrono::floor<std::chrono::minutes>(now.wall);
  state.clock_possible = is_possible(content, now.wall);
  state.moments.minute_ends = now.mono + (state.minute + std::chrono::minutes(1) - now.wall);
  state.moments.frame = moves(state.session.exhibit) ? now.mono : MonoTime{};
  // Otherwise what is fixed moves when the card does: see turn_on.
  if (!state.card || is_urgent(state, now.wall)) state.drift = drift_at(now.mono);
}

// True if the two states show different screens.
bool elsewhere(const State& one, const State& other) {
  const Session& a = one.session;
  const Session& b = other.session;
  return one.card != other.card || one.hello != other.hello || one.language != other.language || a.place != b.place ||
         a.page != b.page || a.part != b.part || a.piece != b.piece || a.about != b.about || a.chooser != b.chooser ||
         a.list_part != b.list_part || a.text_percent != b.text_percent || a.exhibit != b.exhibit;
}

// If reading aloud is on, announces the screen or the control that the user's action changed.
void read_what_came(State& state, const State& before, const Apply& apply) {
  if (!state.session.aloud || state.session.reading || !before.session.aloud) return;
  apply.say(elsewhere(before, state) || state.session.focus.empty() ? Said::screen : Said::focus);
}

// After the warning is answered, announces where the patient is.
void read_where_one_stays(const State& state, const Apply& apply) {
  if (state.session.aloud && !state.session.reading) {
    apply.say(state.session.focus.empty() ? Said::screen : Said::focus);
  }
}

// A touch early in a cross-fade, or before the next card has appeared, applies to the card before it, which is still
// the visible one.
void back_to_what_is_seen(State& state, const Content& content, Now now) {
  const std::optional<std::size_t> seen = std::exchange(state.turned_from, std::nullopt);
  const bool was_hello = std::exchange(state.turned_from_hello, false);
  if (!seen || state.session.place != Place::loop) return;
  const MonoTime half = state.moments.card_since + content.settings.loop.transition / 2;
  if (!state.moments.unseen && now.mono >= half) return;
  show(state, seen, now.mono);
  state.hello = was_hello;
}

// The card with which the loop would go on if nobody were here.
std::optional<std::size_t> after_this_turn(const State& state, const Content& content, Now now) {
  if (!state.card || state.hello) return state.card;
  return next_card(loop_cards(state, content, now.wall), state.before_lead.value_or(*state.card));
}

// Records a patient's input. Returns false if it is to have no other effect.
bool register_input(State& state, const Content& content, const Action& action, Now now) {
  Moments& moments = state.moments;
  back_to_what_is_seen(state, content, now);
  if (!state.resumes_at) state.resumes_at = after_this_turn(state, content, now);
  moments.touched = now.mono;
  const bool second = moments.acted && now.mono - *moments.acted < double_tap;
  // Any touch or key silences the voice, except for the second of two taps that count as one: it would silence what the
  // first has opened.
  if (!second || !is_of_tap(action)) {
    state.session.reading.reset();
    moments.said = {};
  }
  if (state.session.warning && !std::holds_alternative<FingerOff>(action)) {
    // Any touch answers the warning and does nothing else; nor does its release.
    state.session.warning.reset();
    moments.acted = now.mono;
    moments.card_since = now.mono;
    return std::holds_alternative<FingerOn>(action);
  }
  if (!is_tap(action)) return true;
  if (second) return false;
  moments.acted = now.mono;
  return true;
}

}  // namespace

void show(State& state, std::optional<std::size_t> card, MonoTime since) {
  state.card = card;
  state.hello = false;
  state.motion.reset();
  state.turned_from.reset();
  state.turned_from_hello = false;
  state.before_lead.reset();
  state.moments.card_since = state.moments.arrived = since;
  state.moments.unseen = false;
  state.moments.read.reset();
}

std::optional<Millis> motion_of(const State& state, const Content& content) {
  if (!state.motion || !state.card || !content.pack.cards[*state.card].motion) return std::nullopt;
  const Session& session = state.session;
  const bool is_front = !state.hello && session.place == Place::loop && session.chooser == Chooser::none &&
                        !session.warning && state.staff.place == StaffPlace::none && !is_urgent(state, state.minute);
  const bool is_usual =
      content.settings.loop.motion && !session.reduced_motion && !session.high_contrast && session.text_percent == 100;
  return is_front && is_usual ? state.motion : std::nullopt;
}

Millis motion_waits_at(const State& state, const Content& content) {
  const std::optional<Reading>& reading = state.session.reading;
  if (!state.moments.read || !reading || reading->what != Said::screen || !state.card) return Millis::max();
  const std::optional<PictureMotion>& motion = content.pack.cards[*state.card].motion;
  if (!motion) return Millis::max();
  for (const MotionCue& cue : motion->cues) {
    if (cue.sentence > reading->of_lead) return cue.at;
  }
  return Millis::max();
}

MonoTime motion_begins(const State& state, const Content& content) {
  return state.moments.read.value_or(state.moments.arrived + content.settings.loop.transition);
}

void turn_to(State& state, std::optional<std::size_t> card, MonoTime since) {
  show(state, card, since);
  state.motion = Millis(0);
}

std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time, std::size_t language) {
  std::vector<std::size_t> cards = playlist(content.pack, content.settings.role, time, earliest_day(content));
  const Date earliest = earliest_day(content);
  const auto shown = std::chrono::floor<std::chrono::days>(time);
  const auto day = earliest.ok() ? std::max(shown, std::chrono::local_days(earliest)) : shown;
  std::erase_if(cards, [&](std::size_t i) {
    const Card& card = content.pack.cards[i];
    const std::optional<Date> last = last_day(content.pack, card, language);
    if (!last || day > std::chrono::local_days(*last)) return true;
    if (waits_for_signature(content.pack, card, language)) return true;
    const auto hidden = state.hidden.find(card.id);
    return !card.has_text(language) || state.left_out.contains(card.id) ||
           (hidden != state.hidden.end() && time < hidden->second);
  });
  return cards;
}

std::vector<std::size_t> loop_cards(const State& state, const Content& content, WallTime time) {
  return loop_cards(state, content, time, state.language);
}

const Notice* due_notice(const State& state, WallTime time) {
  if (!state.notice) return nullptr;
  const Notice* due = due_of(*state.notice, time);
  // A clock that cannot be right takes nothing down.
  return due == nullptr && !state.clock_possible ? &*state.notice : due;
}

bool is_urgent(const State& state, WallTime time) {
  const Notice* notice = due_notice(state, time);
  return notice != nullptr && notice->level == NoticeLevel::urgent;
}

std::size_t drift_at(MonoTime time) {
  constexpr std::chrono::minutes each{5};
  return static_cast<std::size_t>(time.time_since_epoch() / each) % drift_places;
}

State start(const Content& content, Now now) {
  State state;
  const std::vector<std::size_t> offered = offered_languages(content);
  if (!offered.empty()) state.language = offered.front();
  state.open = is_open(content, now.wall);
  const std::vector<std::size_t> cards = loop_cards(state, content, now.wall);
  show(state, cards.empty() || !state.open ? std::nullopt : std::optional(cards.front()), now.mono);
  state.hello = state.card && opens_with_hello(content);
  state.since_lead = state.card == lead_of(content.pack) ? 0 : 1;
  refresh_clock(state, content, now);
  state.drift = drift_at(now.mono);
  return state;
}

State update(State state, const Content& content, const Action& action, Now now) {
  const Apply apply{state, content, now};
  apply.wait_for_sentence();
  const bool was_urgent = is_urgent(state, state.minute);
  state.clock_possible = is_possible(content, now.wall);
  if (const bool urgent = is_urgent(state, now.wall); urgent != was_urgent) {  // by its own times
    if (urgent) apply.urgent_begins();
    if (!urgent) apply.urgent_ends();
  }
  apply.look_for_cleaning_time();
  const bool by_hand = !happens_by_itself(action);
  const bool staff_have_screen = state.staff.place != StaffPlace::none;
  if (is_of_staff(action) || (by_hand && staff_have_screen)) {
    if (is_of_staff(action)) std::visit(apply, action);
    if (!is_of_staff(action)) apply.staff_input(action);
    refresh_clock(state, content, now);
    state.motion = motion_of(state, content);
    return state;
  }
  if (by_hand && is_urgent(state, now.wall)) {  // it takes no input
    refresh_clock(state, content, now);
    state.motion = motion_of(state, content);
    return state;
  }
  const bool warned = state.session.warning.has_value() || std::holds_alternative<Stay>(action);
  if (!by_hand || (state.open && register_input(state, content, action, now))) {
    const State before = state;
    std::visit(apply, action);
    const FingerOff* off = std::get_if<FingerOff>(&action);
    if (is_tap(action) || (off != nullptr && off->of_exhibit)) read_what_came(state, before, apply);
  } else if (warned) {
    read_where_one_stays(state, apply);
  }
  refresh_clock(state, content, now);
  state.motion = motion_of(state, content);  // what was interrupted does not go on later
  return state;
}

}  // namespace anteroom
