// A patient at the screen, for tests of what happens over time.
#pragma once

#include <algorithm>
#include <functional>
#include <utility>

#include "model/sample_content.h"
#include "model/state.h"

namespace anteroom::tests {

// A kiosk on which a patient acts and waits; deadlines fire in order.
struct Patient {
  Content content;
  State state;
  Millis time{0};
  std::function<void()> changed = [] {};  // called after every change of the state

  explicit Patient(Content given) : content(std::move(given)), state(start(content, after(Millis(0)))) {}

  Patient& act(const Action& action) {
    state = update(state, content, action, after(time));
    changed();
    return *this;
  }
  Patient& wait(Millis pause) {
    const Millis end = time + pause;
    for (;;) {
      const Millis due = next_deadline(state, content).time_since_epoch();
      if (due > end) break;
      time = std::max(time, due);
      act(Tick{});
    }
    time = end;
    return act(Tick{});
  }
  const Session& session() const { return state.session; }
};

}  // namespace anteroom::tests
