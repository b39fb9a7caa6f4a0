// What a key of the keypad means: to move the focus, to press what it is on, or to offer reading aloud.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/action.h"
#include "model/key.h"
#include "model/state.h"

namespace anteroom {

// What a keypad can reach on the screen.
struct KeyTarget {
  std::string id;
  Action action;  // what pressing it does
};

// The action that `key` asks for in `state`; none: the key does nothing. `order`: the targets on the screen in the
// order in which the keypad visits them. `focused`: the index of the one that it is on; none: it is on none. Requires:
// *focused < order.size().
std::optional<Action> key_action(Key key, const State& state, const std::vector<KeyTarget>& order,
                                 std::optional<std::size_t> focused);

}  // namespace anteroom
