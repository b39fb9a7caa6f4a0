#include "model/pull.h"

#include <algorithm>
#include <cmath>

#include "model/fold.h"
#include "model/motion.h"

namespace anteroom {

namespace {

constexpr double pulled_from = 0.5;  // of an effort: from there on the muscle counts as pulled

double between(double from, double to, double share) {
  return from + (to - from) * share;
}

PullState ease_to(PullState state, double effort, double movement, MonoTime now) {
  state.settle.reset();
  if (effort != state.effort || movement != state.movement) {
    state.settle = PullState::Settle{now, state.effort, effort, state.movement, movement};
  }
  return state;
}

double movement_to(const PullState& state) {
  return state.settle ? state.settle->movement_to : state.movement;
}

}  // namespace

double contraction(const PullState& state) {
  return state.effort * state.movement;
}

bool is_pulled(const PullState& state) {
  return (state.settle && !state.hand ? state.settle->effort_to : state.effort) >= pulled_from;
}

std::size_t part_of(const PullState& state) {
  const auto part = [](PullStage stage) { return static_cast<std::size_t>(stage); };
  if (!state.month) return part(is_pulled(state) ? PullStage::pulled : PullStage::loose);
  if (*state.month == 0) return part(is_pulled(state) ? PullStage::tried : PullStage::rested);
  return part(PullStage::first_month) + *state.month - 1;
}

PullState grab(PullState state, PullPoint finger, MonoTime now) {
  state = settle(state, now);
  if (!std::isfinite(finger.x) || !std::isfinite(finger.y)) return state;
  state = ease_to(state, state.effort, movement_to(state), now);  // only the effort is the finger's
  state.hand = PullState::Hand{finger, state.effort};
  return state;
}

PullState drag(PullState state, PullPoint finger, MonoTime now) {
  state = settle(state, now);
  if (!state.hand || !std::isfinite(finger.x) || !std::isfinite(finger.y)) return state;
  const double x = std::clamp(finger.x - state.hand->from.x, -9.0, 9.0);
  const double y = std::clamp(finger.y - state.hand->from.y, -9.0, 9.0);
  const double way = state.hand->effort < pulled_from ? std::hypot(x, y) : -x;
  state.effort = std::clamp(state.hand->effort + way / pull_travel, 0.0, 1.0);
  if (state.settle) state.settle->effort_from = state.settle->effort_to = state.effort;
  if (state.effort >= pulled_from) state.touched = true;
  return state;
}

PullState let_go(PullState state, MonoTime now) {
  state = settle(state, now);
  if (!state.hand) return state;
  state.hand.reset();
  return ease_to(state, state.effort >= pulled_from ? 1 : 0, movement_to(state), now);
}

PullState pull_muscle(PullState state, MonoTime now) {
  state = settle(state, now);
  if (state.hand) return state;
  state.touched = true;
  return ease_to(state, 1, movement_to(state), now);
}

PullState let_muscle_go(PullState state, MonoTime now) {
  state = settle(state, now);
  if (state.hand) return state;
  state.touched = true;
  return ease_to(state, 0, movement_to(state), now);
}

PullState rest_muscle(PullState state, const Pull& pull, MonoTime now) {
  state = settle(state, now);
  if (state.hand || next_month(state, pull)) return state;
  state.touched = true;
  state.month = 0;
  return ease_to(state, 0, pull.rested, now);
}

PullState pass_month(PullState state, const Pull& pull, std::size_t index, MonoTime now) {
  state = settle(state, now);
  if (state.hand || next_month(state, pull) != index) return state;
  state.touched = true;
  state.month = index + 1;
  return ease_to(state, 1, pull.months[index], now);
}

std::optional<std::size_t> next_month(const PullState& state, const Pull& pull) {
  if (!state.month || *state.month >= pull.months.size()) return std::nullopt;
  return state.month;
}

PullState settle(PullState state, MonoTime now) {
  if (!state.settle) return state;
  const PullState::Settle& way = *state.settle;
  const double time = std::max(0.0, static_cast<double>((now - way.began).count()) / settle_time.count());
  const double share = time < 1 ? smooth_step(time) : 1;
  state.effort = between(way.effort_from, way.effort_to, share);
  state.movement = between(way.movement_from, way.movement_to, share);
  if (time >= 1) state.settle.reset();
  return state;
}

}  // namespace anteroom
