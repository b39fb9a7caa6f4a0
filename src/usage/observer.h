// What there is to count, seen in the state of the kiosk.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "model/state.h"
#include "usage/counts.h"

namespace anteroom::usage {

class Observer {
 public:
  // What is new in `state` since the last call. Call it after every change of the state; what happens between two calls
  // is seen as one change. Nothing is counted while the wall clock cannot be right, or while an urgent notice has the
  // screen. A patient who starts again within the idle time is taken for the same one.
  Counts observe(const State& state, const Content& content, Now now);

 private:
  // A card that a patient has opened.
  struct Opening {
    std::string card, language;
    std::set<std::size_t> pages = {};
    bool finished = false, worked = false;
    ExhibitState exhibit = {};
    MonoTime worked_from{}, worked_until{};
  };

  void observe_loop(const State& state, const Content& content, Now now, Counts& counts);
  void observe_session(const State& state, const Content& content, Now now, Counts& counts);
  void observe_opening(const State& state, const Content& content, Now now, Counts& counts);
  void close(Now now, Counts& counts);

  std::string shown_;  // the id of the card that was counted as shown last
  std::optional<Opening> opening_;
  bool counted_session_ = false;
  std::optional<MonoTime> used_;  // when a patient was last at the screen
};

}  // namespace anteroom::usage
