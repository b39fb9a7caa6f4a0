#include "model/pull.h"

#include <cmath>
#include <limits>

#include "catch.h"
#include "model/exhibit_state.h"
#include "model/fold.h"

using namespace anteroom;

namespace {

MonoTime after_ms(int ms) {
  return MonoTime(Millis(ms));
}

const Exhibit frown = Pull{SkinTone::tan, 0.1, {0.1, 0.5, 1}};

// What somebody does, and what there is 0.4 s later: the index of the part that tells it, and the contraction.
struct Deed {
  ExhibitVerb verb;
  std::size_t index;
  std::optional<std::size_t> part;
  double contraction;
};

ExhibitState tapped(ExhibitState state, ExhibitVerb verb, std::size_t index, int ms, bool calm = false) {
  return after(std::move(state), frown, ExhibitTap{verb, index}, after_ms(ms), calm);
}

ExhibitState dragged(ExhibitState state, HandlePhase phase, double x, double y, int ms, bool calm = false) {
  return after(std::move(state), frown, HandleMove{phase, x, y}, after_ms(ms), calm);
}

const PullState& muscle(const ExhibitState& state) {
  return std::get<PullState>(state);
}

}  // namespace

TEST_CASE("a muscle is pulled, rested and moves again as the months pass") {
  const Deed deeds[] = {
      {ExhibitVerb::pull, 0, 1, 1},   {ExhibitVerb::let_go, 0, 0, 0},  {ExhibitVerb::month, 0, 0, 0},
      {ExhibitVerb::pull, 0, 1, 1},   {ExhibitVerb::rest, 0, 2, 0},    {ExhibitVerb::rest, 0, 2, 0},
      {ExhibitVerb::pull, 0, 3, 0.1}, {ExhibitVerb::month, 1, 3, 0.1}, {ExhibitVerb::month, 0, 4, 0.1},
      {ExhibitVerb::let_go, 0, 4, 0}, {ExhibitVerb::month, 1, 5, 0.5}, {ExhibitVerb::fold, 0, 5, 0.5},
      {ExhibitVerb::month, 2, 6, 1},  {ExhibitVerb::month, 3, 6, 1},   {ExhibitVerb::let_go, 0, 6, 0},
      {ExhibitVerb::pull, 0, 6, 1},   {ExhibitVerb::rest, 0, 2, 0},
  };
  ExhibitState state = begin(frown);
  CHECK(part_shown(frown, state) == std::nullopt);
  int ms = 0, number = 0;
  for (const Deed& deed : deeds) {
    INFO("deed " << number++);
    ms += 1000;
    state = after(tapped(std::move(state), deed.verb, deed.index, ms), frown, after_ms(ms + 400));
    CHECK_FALSE(moves(state));
    CHECK(part_shown(frown, state) == deed.part);
    CHECK(contraction(muscle(state)) == Approx(deed.contraction));
  }
}

TEST_CASE("a tap on the muscle eases, and tells at once where it leads, and with reduced motion it is there at once") {
  ExhibitState state = tapped(begin(frown), ExhibitVerb::pull, 0, 0);
  CHECK(part_shown(frown, state) == 1U);
  CHECK(moves(state));
  CHECK(contraction(muscle(state)) == 0);
  state = after(state, frown, after_ms(static_cast<int>(settle_time.count()) / 2));
  CHECK(contraction(muscle(state)) == Approx(0.5).margin(0.01));
  CHECK(contraction(muscle(tapped(begin(frown), ExhibitVerb::pull, 0, 0, true))) == 1);
  CHECK_FALSE(moves(tapped(begin(frown), ExhibitVerb::pull, 0, 0, true)));
}

TEST_CASE("the muscle's end keeps below a finger that drags it, and springs back from less than half of the way") {
  ExhibitState state = dragged(begin(frown), HandlePhase::grab, 0.8, 0.5, 0);
  state = dragged(state, HandlePhase::drag, 0.8 - 0.25 * pull_travel, 0.5, 10);
  CHECK(contraction(muscle(state)) == Approx(0.25));
  CHECK(part_shown(frown, state) == std::nullopt);  // the invitation stays
  const ExhibitState sprung = after(dragged(state, HandlePhase::let_go, 0, 0, 20), frown, after_ms(500));
  CHECK(sprung == begin(frown));
  state = dragged(state, HandlePhase::drag, 0.8 - 0.75 * pull_travel, 0.5, 30);
  CHECK(part_shown(frown, state) == 1U);
  state = after(dragged(state, HandlePhase::let_go, 0, 0, 40), frown, after_ms(500));
  CHECK(contraction(muscle(state)) == 1);
  state = dragged(dragged(state, HandlePhase::grab, 0.6, 0.5, 600), HandlePhase::drag, 0.6 + pull_travel, 0.5, 610);
  CHECK(contraction(muscle(state)) == Approx(0).margin(1e-9));
  CHECK(part_shown(frown, after(dragged(state, HandlePhase::let_go, 0, 0, 620), frown, after_ms(1100))) == 0U);
}

TEST_CASE("a loose muscle is pulled whichever way the finger goes") {
  const ExhibitState held = dragged(begin(frown), HandlePhase::grab, 0.5, 0.5, 0);
  for (const double angle : {0.0, 0.8, 1.6, 2.4, 3.2, 4.0, 4.8, 5.6}) {
    const ExhibitState state = dragged(held, HandlePhase::drag, 0.5 + 0.5 * pull_travel * std::cos(angle),
                                       0.5 + 0.5 * pull_travel * std::sin(angle), 10);
    CHECK(muscle(state).effort == Approx(0.5));
  }
}

TEST_CASE("a rested muscle hardly follows the finger") {
  ExhibitState state = after(tapped(begin(frown), ExhibitVerb::rest, 0, 0), frown, after_ms(500));
  state = dragged(dragged(state, HandlePhase::grab, 0.8, 0.5, 600), HandlePhase::drag, 0, 0.5, 610);
  CHECK(muscle(state).effort == 1);
  CHECK(contraction(muscle(state)) == Approx(0.1));
  CHECK(part_shown(frown, state) == 3U);
}

TEST_CASE("no drag and no tap takes a muscle beyond its limits, and what is held cannot be tapped") {
  ExhibitState state = dragged(begin(frown), HandlePhase::grab, 0.5, 0.5, 0);
  const double nan = std::numeric_limits<double>::quiet_NaN(), far = std::numeric_limits<double>::max();
  for (const double x : {nan, far, -far, 1e9, 0.0}) {
    state = dragged(state, HandlePhase::drag, x, x, 10);
    CHECK(muscle(state).effort >= 0);
    CHECK(muscle(state).effort <= 1);
  }
  for (const ExhibitVerb verb : {ExhibitVerb::pull, ExhibitVerb::let_go, ExhibitVerb::rest, ExhibitVerb::month}) {
    CHECK(tapped(state, verb, 0, 20) == state);
  }
  CHECK(dragged(begin(frown), HandlePhase::drag, 0.2, 0.5, 0) == begin(frown));
  CHECK(dragged(begin(frown), HandlePhase::let_go, 0.2, 0.5, 0) == begin(frown));
}
