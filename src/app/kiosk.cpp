#include "app/kiosk.h"

#include <utility>

#include "screens/compose.h"

namespace anteroom::app {

namespace {

// `wall` at the moment when the other clock shows `mono`.
WallTime wall_at(MonoTime mono, Now now) {
  return now.wall + std::chrono::floor<std::chrono::seconds>(mono - now.mono);
}

}  // namespace

Kiosk::Kiosk(Content content, text::Fonts& fonts, Now now)
    : content_(std::move(content)),
      fonts_(fonts),
      state_(start(content_, now)),
      scene_(screens::compose(state_, content_, fonts_)),
      upcoming_(compose_upcoming()) {}

void Kiosk::tick(Now now) {
  // Deadlines that lie behind are carried out one by one, each at its own time, so that a coarse caller and a fine one
  // end in the same state.
  State next = state_;
  for (MonoTime due = next_deadline(); due < now.mono; due = anteroom::next_deadline(next, content_)) {
    const State before = next;
    next = update(next, content_, Tick{}, {due, wall_at(due, now)});
    if (next == before || anteroom::next_deadline(next, content_) <= due) break;
  }
  change(update(std::move(next), content_, Tick{}, now));
}

void Kiosk::act(const Action& action, Now now) {
  change(update(state_, content_, action, now));
}

scene::Scene Kiosk::compose_upcoming() const {
  if (!state_.card) return scene_;
  const MonoTime due = card_ends(state_, content_);
  const MonoTime minute_began = state_.minute_ends - std::chrono::minutes(1);
  const Now then{due, state_.minute + std::chrono::floor<std::chrono::seconds>(due - minute_began)};
  return screens::compose(update(state_, content_, Tick{}, then), content_, fonts_);
}

void Kiosk::change(State next) {
  // Every wakeup comes by here, sixty a second in a fade: compose only for what a scene is made of.
  State same = state_;
  same.minute_ends = next.minute_ends;
  const bool upcoming_holds = same == next;
  same.since = next.since;
  const bool scene_holds = same == next;
  state_ = std::move(next);
  if (!scene_holds) scene_ = screens::compose(state_, content_, fonts_);
  if (!upcoming_holds) upcoming_ = compose_upcoming();
}

}  // namespace anteroom::app
