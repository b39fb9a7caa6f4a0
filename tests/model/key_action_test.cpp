#include "model/key_action.h"

#include <functional>

#include "catch.h"
#include "model/sample_content.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// A screen with three targets.
const std::vector<KeyTarget> targets{{"card", OpenCard{}}, {"back", Leave{}}, {"next", ShowNext{}}};

State at_start() {
  return start(sample_content(3), after(Millis(0)));
}

// After a patient has declined the offer to read aloud.
State after_offer() {
  State state = at_start();
  state.session.offered = true;
  return state;
}

struct Row {
  Key key;
  std::optional<std::size_t> focused;
  std::optional<Action> means;
};

}  // namespace

TEST_CASE("keys move through the targets and press the focused one") {
  State state = after_offer();
  state.session.focus = "kept";
  for (const Row& row :
       {Row{Key::next, {}, Focus{"card"}}, Row{Key::next, 0, Focus{"back"}}, Row{Key::next, 2, Focus{"card"}},
        Row{Key::previous, {}, Focus{"next"}}, Row{Key::previous, 0, Focus{"next"}},
        Row{Key::previous, 2, Focus{"back"}}, Row{Key::select, {}, Focus{"card"}}, Row{Key::select, 2, ShowNext{}},
        Row{Key::back, {}, Leave{}}, Row{Key::back, 2, Leave{}}, Row{Key::repeat, 1, ReadAgain{}},
        Row{Key::volume, 1, ChangeVolume{}}}) {
    INFO("key " << static_cast<int>(row.key) << " focused " << static_cast<int>(row.focused.value_or(9)));
    CHECK(key_action(row.key, state, targets, row.focused) == row.means);
  }
  CHECK(key_action(Key::topics, state, targets, 1) == Action(OpenTopics{}));
  state.session.chooser = Chooser::topics;
  CHECK(key_action(Key::topics, state, targets, 1) == Action(Leave{}));
  const std::vector<KeyTarget> without_back{{"card", OpenCard{}}};
  CHECK(key_action(Key::back, state, without_back, {}) == Action(Focus{"kept"}));
}

TEST_CASE("the first key of a patient offers reading aloud unless it is repeat or somebody has seen the screen") {
  struct Case {
    const char* name;
    std::function<void(State&)> change;
    bool offers;
  };
  for (const Case& each : {Case{"untouched", [](State&) {}, true},
                           Case{"looks changed", [](State& s) { s.session.high_contrast = true; }, true},
                           Case{"no voice", [](State& s) { s.has_voice = false; }, false},
                           Case{"asked before", [](State& s) { s.session.offered = true; }, false},
                           Case{"reads aloud", [](State& s) { s.session.aloud = true; }, false},
                           Case{"in a detail", [](State& s) { s.session.place = Place::detail; }, false},
                           Case{"in a chooser", [](State& s) { s.session.chooser = Chooser::access; }, false},
                           Case{"warned", [](State& s) { s.session.warning = 5; }, false}}) {
    State state = at_start();
    each.change(state);
    for (const Key key : {Key::next, Key::previous, Key::select, Key::back, Key::volume}) {
      INFO(each.name << ", key " << static_cast<int>(key));
      CHECK((key_action(key, state, targets, {}) == Action(OfferAloud{})) == each.offers);
    }
    CHECK(key_action(Key::repeat, state, targets, {}) == Action(ReadAgain{}));
  }
}

TEST_CASE("with nothing to press a key reads the screen or changes the volume and a dark screen stays silent") {
  State state = at_start();
  for (const Key key : {Key::next, Key::previous, Key::select, Key::back, Key::repeat, Key::volume}) {
    state.open = true;
    CHECK(key_action(key, state, {}, {}) == (key == Key::volume ? Action(ChangeVolume{}) : Action(ReadAgain{})));
    state.open = false;
    CHECK_FALSE(key_action(key, state, {}, {}));
  }
}
