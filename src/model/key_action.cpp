#include "model/key_action.h"

#include <algorithm>

#include "model/names.h"

namespace anteroom {

namespace {

// True if a key pressed now is the first one of a patient who may need to hear the screen. A patient who has opened
// something by touch can see it, and nobody is asked twice.
bool may_need_voice(const State& state) {
  const Session& session = state.session;
  return state.staff.place == StaffPlace::none && state.has_voice && !session.offered && !session.aloud &&
         session.place == Place::loop && session.chooser == Chooser::none && !session.warning;
}

// The index one step on or back, wrapping at both ends.
std::size_t step(bool forwards, std::size_t count, std::optional<std::size_t> from) {
  if (!from) return forwards ? 0 : count - 1;
  return forwards ? (*from + 1) % count : (*from + count - 1) % count;
}

}  // namespace

std::optional<Action> key_action(Key key, const State& state, const std::vector<KeyTarget>& order,
                                 std::optional<std::size_t> focused) {
  if (order.empty()) {
    // Nothing to press: for a patient who cannot see that, the screen is read instead.
    if (!state.open) return std::nullopt;
    return key == Key::volume ? Action(ChangeVolume{}) : Action(ReadAgain{});
  }
  if (key == Key::repeat) return ReadAgain{};
  if (may_need_voice(state)) return OfferAloud{};
  switch (key) {
    case Key::next:
    case Key::previous:
      return Focus{order[step(key == Key::next, order.size(), focused)].id};
    case Key::select:
      return focused ? order[*focused].action : Action(Focus{order.front().id});
    case Key::back: {
      const auto is_back = [](const KeyTarget& target) { return target.id == target_id::back; };
      const auto back = std::find_if(order.begin(), order.end(), is_back);
      return back != order.end() ? back->action : Action(Focus{state.session.focus});
    }
    case Key::volume:
      return ChangeVolume{};
    case Key::topics:
      if (state.staff.place != StaffPlace::none) break;
      return state.session.chooser == Chooser::topics ? Action(Leave{}) : Action(OpenTopics{});
    case Key::repeat:
      break;
  }
  return std::nullopt;
}

}  // namespace anteroom
