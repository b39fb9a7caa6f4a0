// How a muscle under the skin behaves: it shortens as it is pulled, hardly so when rested, and again as months pass.
#pragma once

#include <cstddef>
#include <optional>

#include "model/exhibit.h"
#include "model/time.h"

namespace anteroom {

// The order of a muscle's parts in ExhibitText: before it was ever rested, let go and pulled; just rested, likewise;
// then one for each month, pulled or not.
enum class PullStage { loose, pulled, rested, tried, first_month };
// The order of ExhibitText::buttons.
enum class PullButton { pull, let_go, rest };

// A finger, in shares of the handle's box.
struct PullPoint {
  double x = 0, y = 0;
  friend bool operator==(const PullPoint&, const PullPoint&) = default;
};
// How far the muscle's end moves when it is pulled to the full, in shares of the handle's width.
inline constexpr double pull_travel = 0.16;

struct PullState {
  double effort = 0;                 // how strongly it is pulled, 0 to 1
  double movement = 1;               // how much of that the muscle can follow, 0 to 1
  std::optional<std::size_t> month;  // since it was rested: 0 just rested, then the number of months; none: never
  bool touched = false;              // it has been pulled or rested

  // A finger that holds the muscle, where it took hold, and how strongly the muscle was pulled then.
  struct Hand {
    PullPoint from;
    double effort = 0;
    friend bool operator==(const Hand&, const Hand&) = default;
  };
  std::optional<Hand> hand;

  // A movement that ends by itself.
  struct Settle {
    MonoTime began{};
    double effort_from = 0, effort_to = 0;
    double movement_from = 1, movement_to = 1;
    friend bool operator==(const Settle&, const Settle&) = default;
  };
  std::optional<Settle> settle;

  friend bool operator==(const PullState&, const PullState&) = default;
};

// How much the muscle is shortened: 0 not at all, 1 as much as an unrested one that is pulled to the full.
double contraction(const PullState& state);
// True if the muscle is pulled, or will be once its ease is over.
bool is_pulled(const PullState& state);
// The index of the ExhibitText::parts entry for `state`.
std::size_t part_of(const PullState& state);

// A finger takes hold of the muscle.
PullState grab(PullState state, PullPoint finger, MonoTime now);
// The finger moves. A loose muscle is pulled whichever way the finger goes, so that nobody has to know which: its end
// keeps below a finger that goes left. A pulled one is let go to the right.
PullState drag(PullState state, PullPoint finger, MonoTime now);
// The finger lets go: the muscle stays pulled from half of the way on, else it springs back.
PullState let_go(PullState state, MonoTime now);

// The taps that do what a drag does, and those that rest the muscle and let time pass. Each does nothing where it makes
// no sense. A month that passes shows the muscle pulled, as far as it can be then.
PullState pull_muscle(PullState state, MonoTime now);
PullState let_muscle_go(PullState state, MonoTime now);
PullState rest_muscle(PullState state, const Pull& pull, MonoTime now);                    // it is let go, too
PullState pass_month(PullState state, const Pull& pull, std::size_t index, MonoTime now);  // the next one only

// The next month, counted from 0; none: the muscle is not rested, or all of them have passed.
std::optional<std::size_t> next_month(const PullState& state, const Pull& pull);

// The state at `now`: advances a movement that runs by itself.
PullState settle(PullState state, MonoTime now);

}  // namespace anteroom
