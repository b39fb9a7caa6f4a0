#include "model/fold.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "model/motion.h"
#include "model/sheet.h"

namespace anteroom {

using namespace sheet;

namespace {

// Where a tap folds the inviting corner to: the crease crosses the forehead of the face on the sheet, and the flap ends
// above its brows.
constexpr SheetPoint folded_by_tap{0.985, 0.31};
constexpr double first_depth = 0.8;  // of a new crease
constexpr double min_depth = 0.25;   // of a crease, however often it is smoothed
constexpr double smoothing = 0.45;   // the share of the depth that smoothing leaves

// The line of the fold that a finger leads, once it lets go; none: the sheet springs back.
std::optional<FoldLine> goal(const FoldState& state) {
  const FoldState::Hand& hand = *state.hand;
  if (!state.line || length(minus(hand.point, hand.corner)) < min_travel - tiny) return std::nullopt;
  const Nearest nearest = nearest_crease(state.creases, hand.corner, hand.point);
  const bool full = state.creases.size() >= max_creases;
  if (nearest.far < 1 || (full && std::isfinite(nearest.far))) return nearest.line;
  return full ? std::nullopt : state.line;
}

// Presses the sheet flat along its line, which creases it. `share`: how much of a whole fold this was.
void press(FoldState& state, double share) {
  state.smoothed = false;
  for (Crease& crease : state.creases) {
    if (crease.line != *state.line && reversed(crease.line) != *state.line) continue;
    crease.depth += (1 - crease.depth) * 0.5 * share;
    return;
  }
  if (state.creases.size() < max_creases) state.creases.push_back({*state.line, first_depth});
}

// A movement that begins now from where the sheet is, and ends where it would have ended anyway.
FoldState::Settle from_here(const FoldState& state, MonoTime now) {
  FoldState::Settle next;
  if (state.settle) next = *state.settle;
  next.began = now;
  if (!state.settle || state.hand) {
    next.turn_to = state.turn;
    if (!state.settle) next.lift_to = state.lift;
  }
  next.turn_from = state.turn;
  next.lift_from = state.lift;
  if (next.from != next.to) next.from = state.line ? mirrored(next.corner, *state.line) : next.corner;
  next.depth_from.clear();
  for (const Crease& crease : state.creases) next.depth_from.push_back(crease.depth);
  if (next.depth_to.empty()) next.depth_to = next.depth_from;
  return next;
}

// The state at the end of the movement. A finger that holds the sheet leads it; then only lift and depths settle.
FoldState settled(FoldState state) {
  const FoldState::Settle end = *state.settle;
  state.settle.reset();
  state.lift = end.lift_to;
  for (std::size_t i = 0; i < end.depth_to.size(); ++i) state.creases[i].depth = end.depth_to[i];
  if (state.hand) return state;
  state.turn = end.turn_to;
  if (end.travels) state.line = line_at(state.creases, end.corner, end.to);
  if (state.turn > 0 && state.line) {
    press(state, end.travels ? 1 : 1 - end.turn_from);
  } else {
    state.turn = 0;
    state.line.reset();
  }
  return state;
}

bool finite(SheetPoint p) {
  return std::isfinite(p.x) && std::isfinite(p.y);
}

// Clamps points far outside, so that no sum of them overflows.
SheetPoint within_reach(SheetPoint p) {
  return {std::clamp(p.x, -9.0, 9.0), std::clamp(p.y, -9.0, 9.0)};
}

SheetPoint nearest_corner(SheetPoint finger) {
  return *std::min_element(corners.begin(), corners.end(), [&](SheetPoint one, SheetPoint other) {
    return length(minus(one, finger)) < length(minus(other, finger));
  });
}

// The corner of the turned part that is nearest to `finger`. One close to the hinge would be too short a lever.
SheetPoint nearest_turned_corner(const FoldState& state, SheetPoint finger) {
  double farthest = 0;
  for (const SheetPoint corner : corners) farthest = std::max(farthest, state.line->distance(corner));
  SheetPoint nearest = inviting_corner;
  double min = std::numeric_limits<double>::infinity();
  for (const SheetPoint corner : corners) {
    const double away = length(minus(turned(corner, *state.line, state.turn), finger));
    if (state.line->distance(corner) < farthest / 2 || away >= min) continue;
    nearest = corner;
    min = away;
  }
  return nearest;
}

bool will_lie_folded(const FoldState& state) {
  if (state.hand) return state.hand->hinged ? state.turn >= 0.5 : goal(state).has_value();
  return state.settle ? state.settle->turn_to > 0 : state.line.has_value();
}

}  // namespace

FoldStage stage(const FoldState& state) {
  if (state.hand ? state.hand->hinged && state.turn >= 0.5 : will_lie_folded(state)) return FoldStage::folded;
  if (state.creases.empty()) return FoldStage::flat;
  return state.smoothed ? FoldStage::smoothed : FoldStage::opened;
}

FoldState grab(FoldState state, SheetPoint finger, MonoTime now) {
  state = settle(std::move(state), now);
  if (!finite(finger)) return state;
  finger = within_reach(finger);
  if (state.hand) state = let_go(std::move(state), now);
  FoldState::Settle rise = from_here(state, now);
  rise.lift_to = 1;
  FoldState::Hand hand;
  if (rise.travels && state.line) {
    hand.corner = rise.corner;
    hand.point = rise.from;
  } else if (state.line) {
    hand.hinged = true;
    hand.corner = nearest_turned_corner(state, finger);
    hand.point = turned(hand.corner, *state.line, state.turn);
  } else {
    hand.corner = hand.point = nearest_corner(finger);
  }
  hand.grip = minus(finger, hand.point);
  rise.travels = false;
  rise.corner = rise.from = rise.to = {};
  state.hand = hand;
  state.settle = rise;
  return state;
}

FoldState drag(FoldState state, SheetPoint finger, MonoTime now) {
  state = settle(std::move(state), now);
  if (!state.hand || !finite(finger)) return state;
  FoldState::Hand& hand = *state.hand;
  const SheetPoint led = minus(within_reach(finger), hand.grip);
  if (hand.hinged) {
    const double reach = state.line->distance(hand.corner);
    state.turn = std::acos(std::clamp(state.line->distance(led) / reach, -1.0, 1.0)) / std::numbers::pi;
    hand.point = turned(hand.corner, *state.line, state.turn);
    return state;
  }
  hand.point = kept_on_table(hand.corner, kept_on_sheet(led));
  const Nearest nearest = nearest_crease(state.creases, hand.corner, hand.point);
  if (nearest.far < 1) {
    // The nearer, the stronger: complete from half of the distance on, so that nothing jumps.
    const double pull = smooth_step(std::clamp(2 - 2 * nearest.far, 0.0, 1.0));
    const SheetPoint drawn = mirrored(hand.corner, nearest.line);
    hand.point = pull < 1 ? kept_on_table(hand.corner, mix(hand.point, drawn, pull)) : drawn;
  }
  state.line = line_at(state.creases, hand.corner, hand.point);
  state.turn = state.line ? 1 : 0;
  return state;
}

FoldState let_go(FoldState state, MonoTime now) {
  state = settle(std::move(state), now);
  if (!state.hand) return state;
  const FoldState::Hand hand = *state.hand;
  FoldState::Settle end = from_here(state, now);
  end.lift_to = 0;
  end.turn_to = will_lie_folded(state) ? 1 : 0;
  if (!hand.hinged) {
    const std::optional<FoldLine> line = goal(state);
    end.travels = true;
    end.corner = hand.corner;
    end.from = hand.point;
    end.to = !line ? hand.corner : *line == *state.line ? hand.point : mirrored(hand.corner, *line);
  }
  state.hand.reset();
  state.settle = end;
  return state;
}

FoldState fold_sheet(FoldState state, MonoTime now) {
  state = settle(std::move(state), now);
  if (!can_fold(state)) return state;
  // A corner on its way back arrives before another fold begins.
  if (state.settle && state.settle->travels) state = settled(std::move(state));
  FoldState::Settle next = from_here(state, now);
  next.turn_to = 1;
  if (!state.line && state.creases.empty()) {
    next.travels = true;
    next.corner = next.from = inviting_corner;
    next.to = folded_by_tap;
  } else if (!state.line) {
    state.line = std::max_element(state.creases.begin(), state.creases.end(), [](const Crease& one, const Crease& two) {
                   return one.depth < two.depth;
                 })->line;
  }
  state.settle = next;
  return state;
}

FoldState open_sheet(FoldState state, MonoTime now) {
  state = settle(std::move(state), now);
  if (!can_open(state)) return state;
  FoldState::Settle next = from_here(state, now);
  if (next.travels && next.from == next.to) {
    // Already turned over and only being pressed flat: that leaves a crease.
    const double lift = state.lift;
    state = settled(std::move(state));
    state.lift = lift;
    next = from_here(state, now);
  } else if (next.travels) {
    next.to = next.corner;
  }
  next.turn_to = 0;
  next.lift_to = 0;
  state.settle = next;
  return state;
}

FoldState smooth_sheet(FoldState state, MonoTime now) {
  state = settle(std::move(state), now);
  if (!can_smooth(state)) return state;
  FoldState::Settle next = from_here(state, now);
  for (double& depth : next.depth_to) depth = std::max(min_depth, depth * smoothing);
  state.smoothed = true;
  state.settle = next;
  return state;
}

bool can_fold(const FoldState& state) {
  return !state.hand && !will_lie_folded(state);
}

bool can_open(const FoldState& state) {
  return !state.hand && will_lie_folded(state);
}

bool can_smooth(const FoldState& state) {
  return can_fold(state) && std::any_of(state.creases.begin(), state.creases.end(),
                                        [](const Crease& crease) { return crease.depth > min_depth + tiny; });
}

FoldState settle(FoldState state, MonoTime now) {
  if (!state.settle) return state;
  const FoldState::Settle& way = *state.settle;
  const double time = std::max(0.0, static_cast<double>((now - way.began).count()) / settle_time.count());
  if (time >= 1) return settled(std::move(state));
  const double share = smooth_step(time);
  state.lift = mix(way.lift_from, way.lift_to, share);
  for (std::size_t i = 0; i < way.depth_to.size(); ++i) {
    state.creases[i].depth = mix(way.depth_from[i], way.depth_to[i], share);
  }
  if (state.hand) return state;
  // A part that turns over rises on its way.
  if (way.turn_from != way.turn_to || way.from != way.to) {
    state.lift += (1 - std::max(way.lift_from, way.lift_to)) * 4 * time * (1 - time);
  }
  state.turn = mix(way.turn_from, way.turn_to, share);
  if (way.travels) {
    state.line = fold_between(way.corner, kept_on_table(way.corner, mix(way.from, way.to, share)));
    state.turn = state.line ? 1 : 0;
  }
  return state;
}

bool settling(const FoldState& state) {
  return state.settle.has_value();
}

}  // namespace anteroom
