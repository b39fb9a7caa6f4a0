// What a patient has done with an exhibit.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "model/exhibit.h"
#include "model/fold.h"
#include "model/pull.h"

namespace anteroom {

struct StepsState {
  double position = 0;   // on the line, 0 (start) to 1 (end)
  bool held = false;     // a finger is on the line
  bool touched = false;  // the patient has chosen a position
  struct Settle {
    MonoTime began{};
    double from = 0, to = 0;
    friend bool operator==(const Settle&, const Settle&) = default;
  };
  std::optional<Settle> settle;
  friend bool operator==(const StepsState&, const StepsState&) = default;
};

struct HotspotsState {
  std::optional<std::size_t> open;  // index of the region
  std::set<std::size_t> seen = {};  // of the regions that have been opened
  friend bool operator==(const HotspotsState&, const HotspotsState&) = default;
};

using ExhibitState = std::variant<std::monostate, FoldState, StepsState, HotspotsState, PullState>;

// What a tap can do to an exhibit.
enum class ExhibitVerb { fold, open, smooth, step, region, pull, let_go, rest, month };
struct ExhibitTap {
  ExhibitVerb verb = ExhibitVerb::fold;
  std::size_t index = 0;  // of a step, a region or a month
  friend bool operator==(const ExhibitTap&, const ExhibitTap&) = default;
};

// What a finger does to an exhibit's handle. x and y are shares of the handle's box, 0 to 1 inside it.
enum class HandlePhase { grab, drag, let_go };
struct HandleMove {
  HandlePhase phase = HandlePhase::grab;
  double x = 0, y = 0;  // ignored for let_go: the last position counts
  friend bool operator==(const HandleMove&, const HandleMove&) = default;
};

// An untouched exhibit.
ExhibitState begin(const Exhibit& exhibit);

// The state after `tap` or `move` at `now`. A tap on the open region closes it. An action that does not fit the
// exhibit's kind or data changes nothing. With `calm` (reduced motion) everything is done at once, without easing.
ExhibitState after(ExhibitState state, const Exhibit& exhibit, const ExhibitTap& tap, MonoTime now, bool calm);
ExhibitState after(ExhibitState state, const Exhibit& exhibit, const HandleMove& move, MonoTime now, bool calm);

// The state at `now`: advances movements that run by themselves.
ExhibitState after(ExhibitState state, const Exhibit& exhibit, MonoTime now);
bool moves(const ExhibitState& state);

// The index of the ExhibitText::parts entry that describes what is seen; none: the invitation does.
std::optional<std::size_t> part_shown(const Exhibit& exhibit, const ExhibitState& state);

// The position of step `index` on the line, 0 to 1. Requires: index < steps.steps.size().
double place_on_line(const Steps& steps, std::size_t index);
// The step nearest to `position`.
std::size_t nearest_step(const Steps& steps, double position);

}  // namespace anteroom
