// What a key of the keypad does: moves the focus, presses the focused target, or offers to read aloud.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/action.h"
#include "model/key.h"
#include "model/state.h"

namespace anteroom {

// A target on the screen that the keypad can reach.
struct KeyTarget {
  std::string id;
  Action action;  // what pressing it does
};

// The action that `key` asks for in `state`; none: the key does nothing. `order`: the targets on the screen in the
// order in which the keypad visits them. `focused`: the index of the focused one, if any. Requires: *focused <
// order.size().
std::optional<Action> key_action(Key key, const State& state, const std::vector<KeyTarget>& order,
                                 std::optional<std::size_t> focused);

}  // namespace anteroom
