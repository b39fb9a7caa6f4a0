// When the kiosk changes by itself.
#include <algorithm>

#include "model/dwell.h"
#include "model/hello.h"
#include "model/motion.h"
#include "model/state.h"
#include "model/turn.h"

namespace anteroom {

namespace {

// When something in the patient's session ends by itself; MonoTime::max(): nothing does.
MonoTime session_deadline(const State& state, const Content& content) {
  const Session& session = state.session;
  const Moments& moments = state.moments;
  MonoTime due = MonoTime::max();
  if (moves(session.exhibit)) due = moments.frame + frame_time;
  if (session.finger_on) return std::min(due, moments.finger_moved + forgotten_finger);
  if (session.warning) {
    const auto passed = content.settings.idle.warning - std::chrono::seconds(*session.warning);
    due = std::min(due, moments.warned + passed + std::chrono::seconds(1));
    return session.reading ? std::min(due, moments.said + longest_sentence) : due;
  }
  if (session.reading) return std::min(due, moments.said + longest_sentence);
  if (session == Session{} || !moments.touched) return due;
  return std::min(due, *moments.touched + idle_time(state, content));
}

// When something of what staff do ends by itself.
MonoTime staff_deadline(const Staff& staff) {
  const StaffTimes& times = staff.times;
  switch (staff.place) {
    case StaffPlace::none:
      return times.held ? times.taps.back() + held_for : MonoTime::max();
    case StaffPlace::pin:
      // The end of the second that is shown.
      if (staff.locked_s > 0) {
        return std::min(times.touched + staff_idle, times.locked_until - std::chrono::seconds(staff.locked_s - 1));
      }
      return times.touched + staff_idle;
    case StaffPlace::panel:
      return times.touched + staff_idle;
    case StaffPlace::cleaning:
      return times.cleaned_at - std::chrono::seconds(staff.cleaning_s - 1);
  }
  return MonoTime::max();
}

}  // namespace

MonoTime card_ends(const State& state, const Content& content) {
  if (state.moments.unseen) return MonoTime::max();
  const Loop& loop = content.settings.loop;
  const Millis stays = state.hello
                           ? hello_dwell(content, state.language)
                           : dwell(content.pack.cards[*state.card], state.language, content.settings.role, loop);
  const MonoTime due = state.moments.card_since + stays;
  // A patient who has just touched the card is still looking at it.
  return state.moments.touched ? std::max(due, *state.moments.touched + loop.settle) : due;
}

Millis idle_time(const State& state, const Content& content) {
  const Idle& idle = content.settings.idle;
  if (state.session.place != Place::detail || !state.card) return idle.timeout;
  const Card& card = content.pack.cards[*state.card];
  const std::vector<Page>& pages = card.text[state.language].pages;
  const std::optional<std::size_t> page = text_page(card, state.session.page);
  if (!page || *page >= pages.size()) return idle.timeout;
  const Millis reading = reading_time(pages[*page].reading, !card.picture.empty(), content.settings.loop);
  return std::clamp<Millis>(2 * reading, idle.timeout, idle.longest);
}

MonoTime next_deadline(const State& state, const Content& content) {
  const Session& session = state.session;
  const MonoTime of_staff = staff_deadline(state.staff);
  if (is_urgent(state, state.minute)) {
    const MonoTime due = std::min({state.moments.minute_ends, state.moments.notice_since + notice_turn, of_staff});
    return session.reading ? std::min(due, state.moments.said + longest_sentence) : due;
  }
  // A notice that is to come is due by the minute.
  if (state.staff.place != StaffPlace::none) return std::min(of_staff, state.moments.minute_ends);
  MonoTime due = std::min(session_deadline(state, content), of_staff);
  const bool by_the_minute = !state.card || content.settings.role == Role::wall || !content.settings.hours.empty() ||
                             state.notice.has_value() || !content.settings.cleaning.at.empty() ||
                             state.dark_until.has_value() || shown_cleaned(state, content).has_value();
  if (by_the_minute) due = std::min(due, state.moments.minute_ends);
  const Millis waits_at = motion_waits_at(state, content);
  if (motion_of(state, content) && !state.moments.unseen && *state.motion < waits_at) {
    due = std::min(due, motion_begins(state, content) + *state.motion + frame_time);
  }
  const bool held = holds_loop(session) || session.finger_on || session.warning || session.reading;
  if (state.card && !held) due = std::min(due, card_ends(state, content));
  return due;
}

}  // namespace anteroom
