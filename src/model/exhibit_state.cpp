#include "model/exhibit_state.h"

#include <algorithm>
#include <cmath>

#include "model/motion.h"

namespace anteroom {

namespace {

bool fits(const Exhibit& exhibit, const ExhibitState& state) {
  return exhibit.index() == state.index();  // both list the kinds in the same order
}
static_assert(std::variant_size_v<Exhibit> == std::variant_size_v<ExhibitState>);

StepsState settle(StepsState state, MonoTime now) {
  if (!state.settle) return state;
  const StepsState::Settle& way = *state.settle;
  const double time = std::max(0.0, static_cast<double>((now - way.began).count()) / settle_time.count());
  state.position = way.from + (way.to - way.from) * smooth_step(time);
  if (time < 1) return state;
  state.position = way.to;
  state.settle.reset();
  return state;
}

StepsState ease_to(StepsState state, double place, MonoTime now) {
  state.held = false;
  state.touched = true;
  state.settle.reset();
  if (place != state.position) state.settle = StepsState::Settle{now, state.position, place};
  return state;
}

StepsState after(StepsState state, const Steps& steps, const HandleMove& move, MonoTime now) {
  state = settle(state, now);
  if (move.phase == HandlePhase::let_go) {
    return state.held ? ease_to(state, place_on_line(steps, nearest_step(steps, state.position)), now) : state;
  }
  if (!std::isfinite(move.x) || (move.phase == HandlePhase::drag && !state.held)) return state;
  state.settle.reset();
  state.held = state.touched = true;
  state.position = std::clamp(move.x, 0.0, 1.0);
  return state;
}

FoldState after(FoldState state, const HandleMove& move, MonoTime now) {
  const SheetPoint finger{move.x, move.y * sheet_height};
  switch (move.phase) {
    case HandlePhase::grab:
      return grab(std::move(state), finger, now);
    case HandlePhase::drag:
      return drag(std::move(state), finger, now);
    case HandlePhase::let_go:
      return let_go(std::move(state), now);
  }
  return state;
}

FoldState after(FoldState state, ExhibitVerb verb, MonoTime now) {
  if (verb == ExhibitVerb::fold) return fold_sheet(std::move(state), now);
  if (verb == ExhibitVerb::open) return open_sheet(std::move(state), now);
  if (verb == ExhibitVerb::smooth) return smooth_sheet(std::move(state), now);
  return state;
}

PullState after(PullState state, const Pull& pull, const ExhibitTap& tap, MonoTime now) {
  if (tap.verb == ExhibitVerb::pull) return pull_muscle(state, now);
  if (tap.verb == ExhibitVerb::let_go) return let_muscle_go(state, now);
  if (tap.verb == ExhibitVerb::rest) return rest_muscle(state, pull, now);
  if (tap.verb == ExhibitVerb::month) return pass_month(state, pull, tap.index, now);
  return state;
}

PullState after(PullState state, const HandleMove& move, MonoTime now) {
  switch (move.phase) {
    case HandlePhase::grab:
      return grab(state, {move.x, move.y}, now);
    case HandlePhase::drag:
      return drag(state, {move.x, move.y}, now);
    case HandlePhase::let_go:
      return let_go(state, now);
  }
  return state;
}

// With `calm` every ease is over as soon as it begins.
MonoTime seen_at(MonoTime now, bool calm) {
  return calm ? now + settle_time : now;
}

}  // namespace

ExhibitState begin(const Exhibit& exhibit) {
  if (std::holds_alternative<Fold>(exhibit)) return FoldState{};
  if (std::holds_alternative<Steps>(exhibit)) return StepsState{};
  if (std::holds_alternative<Hotspots>(exhibit)) return HotspotsState{};
  if (std::holds_alternative<Pull>(exhibit)) return PullState{};
  return {};
}

ExhibitState after(ExhibitState state, const Exhibit& exhibit, const ExhibitTap& tap, MonoTime now, bool calm) {
  if (!fits(exhibit, state)) return state;
  if (FoldState* fold = std::get_if<FoldState>(&state)) *fold = after(std::move(*fold), tap.verb, now);
  if (StepsState* stop = std::get_if<StepsState>(&state)) {
    const Steps& steps = std::get<Steps>(exhibit);
    if (tap.verb == ExhibitVerb::step && tap.index < steps.steps.size()) {
      *stop = ease_to(settle(*stop, now), place_on_line(steps, tap.index), now);
    }
  }
  if (HotspotsState* spots = std::get_if<HotspotsState>(&state)) {
    if (tap.verb == ExhibitVerb::region && tap.index < std::get<Hotspots>(exhibit).regions.size()) {
      spots->open = spots->open == tap.index ? std::nullopt : std::optional(tap.index);
      spots->seen.insert(tap.index);
    }
  }
  if (PullState* muscle = std::get_if<PullState>(&state)) *muscle = after(*muscle, std::get<Pull>(exhibit), tap, now);
  return after(std::move(state), exhibit, seen_at(now, calm));
}

ExhibitState after(ExhibitState state, const Exhibit& exhibit, const HandleMove& move, MonoTime now, bool calm) {
  if (!fits(exhibit, state)) return state;
  if (FoldState* fold = std::get_if<FoldState>(&state)) *fold = after(std::move(*fold), move, now);
  if (StepsState* stop = std::get_if<StepsState>(&state)) {
    const Steps& steps = std::get<Steps>(exhibit);
    if (!steps.steps.empty()) *stop = after(*stop, steps, move, now);
  }
  if (PullState* muscle = std::get_if<PullState>(&state)) *muscle = after(*muscle, move, now);
  return after(std::move(state), exhibit, seen_at(now, calm));
}

ExhibitState after(ExhibitState state, const Exhibit& exhibit, MonoTime now) {
  if (!fits(exhibit, state)) return state;
  if (FoldState* fold = std::get_if<FoldState>(&state)) *fold = settle(std::move(*fold), now);
  if (StepsState* stop = std::get_if<StepsState>(&state)) *stop = settle(*stop, now);
  if (PullState* muscle = std::get_if<PullState>(&state)) *muscle = settle(*muscle, now);
  return state;
}

bool moves(const ExhibitState& state) {
  if (const FoldState* fold = std::get_if<FoldState>(&state)) return settling(*fold);
  if (const StepsState* stop = std::get_if<StepsState>(&state)) return stop->settle.has_value();
  if (const PullState* muscle = std::get_if<PullState>(&state)) return muscle->settle.has_value();
  return false;
}

std::optional<std::size_t> part_shown(const Exhibit& exhibit, const ExhibitState& state) {
  if (!fits(exhibit, state)) return std::nullopt;
  if (const FoldState* fold = std::get_if<FoldState>(&state)) {
    // Held over for the first time it is neither flat nor folded.
    const bool first_fold = fold->hand && fold->line && fold->creases.empty();
    if (*fold == FoldState{} || first_fold) return std::nullopt;
    return static_cast<std::size_t>(stage(*fold));
  }
  if (const StepsState* stop = std::get_if<StepsState>(&state)) {
    const Steps& steps = std::get<Steps>(exhibit);
    if (steps.steps.empty()) return std::nullopt;
    return nearest_step(steps, stop->settle ? stop->settle->to : stop->position);
  }
  if (const HotspotsState* spots = std::get_if<HotspotsState>(&state)) {
    const bool there = spots->open && *spots->open < std::get<Hotspots>(exhibit).regions.size();
    return there ? spots->open : std::nullopt;
  }
  if (const PullState* muscle = std::get_if<PullState>(&state)) {
    return muscle->touched ? std::optional(part_of(*muscle)) : std::nullopt;
  }
  return std::nullopt;
}

double place_on_line(const Steps& steps, std::size_t index) {
  if (steps.steps.size() < 2) return 0;
  const double first = steps.steps.front().day, days = steps.steps.back().day - first;
  if (steps.in_proportion && days > 0) return std::clamp((steps.steps[index].day - first) / days, 0.0, 1.0);
  return static_cast<double>(index) / static_cast<double>(steps.steps.size() - 1);
}

std::size_t nearest_step(const Steps& steps, double position) {
  std::size_t nearest = 0;
  for (std::size_t i = 1; i < steps.steps.size(); ++i) {
    const double away = std::abs(place_on_line(steps, i) - position);
    if (away < std::abs(place_on_line(steps, nearest) - position)) nearest = i;
  }
  return nearest;
}

}  // namespace anteroom
