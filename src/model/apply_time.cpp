// What happens by itself.
#include <algorithm>
#include <utility>

#include "model/apply.h"
#include "model/hello.h"
#include "model/playlist.h"
#include "model/schedule.h"
#include "model/turn.h"

namespace anteroom {

using std::chrono::seconds;

// Resets the state to what the next patient should find.
void Apply::reset() const {
  std::set<std::string> left_out = std::move(state.left_out);
  const bool has_voice = state.has_voice;
  const std::optional<std::size_t> resumes_at = state.resumes_at;
  std::optional<Notice> notice = std::move(state.notice);
  std::map<std::string, WallTime> hidden = std::move(state.hidden);
  const std::optional<WallTime> dark_until = state.dark_until;
  Staff staff = std::move(state.staff);
  state = start(content, now);
  state.hidden = std::move(hidden);
  state.dark_until = dark_until;
  state.staff = std::move(staff);
  state.has_voice = has_voice;
  state.notice = std::move(notice);
  state.left_out = std::move(left_out);
  state.open = is_lit();
  if (!state.card) return;
  const std::vector<std::size_t> left = cards();
  std::optional<std::size_t> first;
  if (state.open && !left.empty()) first = left.front();
  if (first && resumes_at && *resumes_at > 0) first = next_card(left, *resumes_at - 1);
  show(state, first, now.mono);
  state.hello = state.card && opens_with_hello(content);
  state.since_lead = state.card == lead_of(content.pack) ? 0 : 1;
}

void Apply::forget_finger() const {
  (*this)(HandleMove{HandlePhase::let_go, 0, 0});
  (*this)(FingerOff{});
}

void Apply::count_down() const {
  const seconds whole = content.settings.idle.warning;
  const auto passed = std::chrono::floor<seconds>(now.mono - state.moments.warned);
  state.session.warning = static_cast<int>((whole - passed).count());
  if (*state.session.warning <= 0) reset();
}

// Nothing was touched for the idle time.
void Apply::on_idle_timeout() const {
  if (has_something_to_lose(state.session)) {
    state.session.warning = static_cast<int>(content.settings.idle.warning.count());
    state.moments.warned = *state.moments.touched + idle_time(state, content);
    if (state.session.aloud) say(Said::screen);
    return;
  }
  state.session = {};
  state.resumes_at.reset();
  const Moments before = std::exchange(state.moments, {});
  state.moments.card_since = before.card_since;
  state.moments.arrived = before.arrived;
  state.moments.unseen = before.unseen;
  state.moments.minute_ends = before.minute_ends;
}

void Apply::turn_on(MonoTime since) const {
  const Turn turn = next_turn(state, content, now.wall);
  const std::optional<std::size_t> from = state.card;
  ++state.turns;
  if (state.session == Session{}) state.resumes_at.reset();
  state.drift = drift_at(now.mono);
  state.language = turn.language;
  turn_to(state, turn.card, since);
  state.hello = turn.hello;
  state.before_lead = turn.before_lead;
  if (turn.card != from) count_for_lead(turn.before_lead);
}

void Apply::count_for_lead(std::optional<std::size_t> before) const {
  state.before_lead = before;
  state.since_lead = state.card == lead_of(content.pack) ? 0 : state.since_lead + 1;
}

void Apply::advance_when_due() const {
  if (!state.card) return turn_on(now.mono);
  const MonoTime due = card_ends(state, content);
  if (now.mono < due) return;
  const std::optional<std::size_t> from = state.card;
  const bool from_hello = state.hello;
  turn_on(due);  // from when it was due, not from now, so that a late tick does not make the loop drift
  state.turned_from = from;
  state.turned_from_hello = from_hello;
}

void Apply::move_picture() const {
  if (state.moments.unseen || !motion_of(state, content)) return;
  const auto since = std::chrono::duration_cast<Millis>(now.mono - motion_begins(state, content));
  state.motion = std::clamp(since, Millis(0), motion_waits_at(state, content));
  if (*state.motion >= card().motion->length) state.motion.reset();
}

void Apply::wait_for_sentence() const {
  const Millis waits_at = motion_waits_at(state, content);
  if (waits_at == Millis::max() || !motion_of(state, content) || now.mono - *state.moments.read < waits_at) return;
  state.motion = waits_at;
  state.moments.read = now.mono - waits_at;
}

void Apply::time_passes() const {
  move_picture();
  Session& session = state.session;
  const Moments& moments = state.moments;
  if (in_detail()) session.exhibit = after(session.exhibit, card().exhibit, now.mono);
  if (session.finger_on) {
    if (now.mono >= moments.finger_moved + forgotten_finger) forget_finger();
    return;
  }
  if (session.reading && now.mono >= moments.said + longest_sentence) stop_speaking();
  if (session.warning) return count_down();
  const bool used = !(session == Session{}) && moments.touched.has_value();
  if (session.reading) return;  // never reset in the middle of a sentence
  if (used && now.mono >= *moments.touched + idle_time(state, content)) return on_idle_timeout();
  if (!holds_loop(session)) advance_when_due();
}

// What the patient has open stays as it is below the notice. A finger that was down means nothing any more. The notice
// begins in the language that its readers have before them.
void Apply::urgent_begins() const {
  forget_finger();
  state.notice_language.reset();
  state.moments.notice_since = now.mono;
  state.turned_from.reset();
  state.turned_from_hello = false;
  if (state.session.aloud) say(Said::screen);
}

// The patient, even one who was asked whether they are still reading, and the card in the loop get their full time
// again.
void Apply::urgent_ends() const {
  state.notice_language.reset();
  state.session.warning.reset();
  if (state.moments.touched) state.moments.touched = now.mono;
  state.moments.card_since = now.mono;
  state.session.reading.reset();
  if (state.session.aloud) say(Said::screen);
}

// No idle time passes for the patient, who can neither read nor touch what is below the notice.
void Apply::urgent_goes_on() const {
  if (state.session.reading && now.mono >= state.moments.said + longest_sentence) stop_speaking();
  if (state.session.reading || now.mono < state.moments.notice_since + notice_turn) return;
  state.notice_language = language_after(state.notice_language.value_or(state.language), content);
  state.moments.notice_since = now.mono;
}

void Apply::operator()(const PostNotice& action) const {
  const bool before = is_urgent(state, now.wall);
  state.notice = action.notice;
  const bool after = is_urgent(state, now.wall);
  if (after && !before && state.staff.place == StaffPlace::panel) (*this)(LeaveStaff{});  // it has the screen
  if (after && (!before || state.session.aloud)) urgent_begins();
  if (before && !after) {
    urgent_ends();
    (*this)(Tick{});  // the clinic may have opened or closed meanwhile
  }
}

void Apply::operator()(const Tick&) const {
  staff_time_passes();
  if (is_urgent(state, now.wall)) return urgent_goes_on();
  if (state.staff.place != StaffPlace::none) return;
  // A patient who is reading when the clinic closes may finish.
  state.open = is_lit() || (state.open && !(state.session == Session{}));
  if (state.open) {
    time_passes();
  } else {
    show(state, std::nullopt, now.mono);
  }
}

// The dwell begins when the card is seen, so that a card whose picture was slow to draw is not over before it appears.
void Apply::operator()(const CardSeen& action) const {
  if (!state.card || action.seen != state.moments.unseen) return;
  state.moments.unseen = !action.seen;
  state.moments.card_since = state.moments.arrived = now.mono;
}

void Apply::operator()(const LeaveOut& action) const {
  state.left_out.insert(action.card);
  if (!state.card || card().id != action.card) return;
  if (state.hello) {  // which stay, in front of another card
    state.card = next_turn(state, content, now.wall).card;
    state.hello = state.card.has_value();
    return;
  }
  const bool listens = state.session.reading || (state.session.aloud && in_detail());
  to_loop();
  open_chooser(Chooser::none);
  state.session.warning.reset();
  turn_on(now.mono);
  if (listens) say(Said::screen);  // from its start, not from where the other card's reading was
}

}  // namespace anteroom
