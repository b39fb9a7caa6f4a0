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
      scene_(screens::compose(state_, content_, fonts_)) {}

void Kiosk::tick(Now now) {
  // Deadlines that lie behind are carried out one by one, each at its own time, so that a coarse caller and a fine one
  // end in the same state.
  for (MonoTime due = next_deadline(); due < now.mono; due = next_deadline()) {
    const State before = state_;
    state_ = update(state_, content_, Tick{}, {due, wall_at(due, now)});
    if (state_ == before || next_deadline() <= due) break;
  }
  change(update(state_, content_, Tick{}, now));
}

void Kiosk::act(const Action& action, Now now) {
  change(update(state_, content_, action, now));
}

scene::Scene Kiosk::upcoming() const {
  if (!state_.card) return scene_;
  const MonoTime due = card_ends(state_, content_);
  const MonoTime minute_began = state_.minute_ends - std::chrono::minutes(1);
  const Now then{due, state_.minute + std::chrono::floor<std::chrono::seconds>(due - minute_began)};
  return screens::compose(update(state_, content_, Tick{}, then), content_, fonts_);
}

void Kiosk::change(State next) {
  state_ = std::move(next);
  scene_ = screens::compose(state_, content_, fonts_);
}

}  // namespace anteroom::app
