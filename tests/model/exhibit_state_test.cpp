#include "model/exhibit_state.h"

#include <cmath>

#include "catch.h"

using namespace anteroom;

namespace {

MonoTime at(int ms) {
  return MonoTime(Millis(ms));
}

const Exhibit fold = Fold{};
const Exhibit days = Steps{false, {{0, {}, ""}, {3, {}, ""}, {14, {}, ""}, {90, {}, ""}, {120, {}, ""}}};
const Exhibit spots = Hotspots{1, {{"brow", {0, 0, 0.2, 0.2}}, {"jaw", {0.5, 0.5, 0.2, 0.2}}}};

double position(const ExhibitState& state) {
  return std::get<StepsState>(state).position;
}

ExhibitState move(ExhibitState state, const Exhibit& exhibit, HandlePhase phase, double x, int ms, bool calm = false) {
  return after(std::move(state), exhibit, HandleMove{phase, x, 0.5}, at(ms), calm);
}

ExhibitState tap(ExhibitState state, const Exhibit& exhibit, ExhibitVerb verb, std::size_t index, int ms,
                 bool calm = false) {
  return after(std::move(state), exhibit, ExhibitTap{verb, index}, at(ms), calm);
}

}  // namespace

TEST_CASE("every exhibit begins untouched") {
  CHECK(begin(fold) == ExhibitState(FoldState{}));
  CHECK(begin(days) == ExhibitState(StepsState{}));
  CHECK(begin(spots) == ExhibitState(HotspotsState{}));
  CHECK(begin(Exhibit{}) == ExhibitState{});
  CHECK(part_shown(fold, begin(fold)) == std::nullopt);
  CHECK(part_shown(days, begin(days)) == 0U);
  CHECK(part_shown(spots, begin(spots)) == std::nullopt);
}

TEST_CASE("steps are spaced evenly or in proportion to their days") {
  struct Row {
    std::size_t index;
    double evenly, in_proportion;
  };
  const Row row =
      GENERATE(Row{0, 0, 0}, Row{1, 0.25, 0.025}, Row{2, 0.5, 14.0 / 120}, Row{3, 0.75, 0.75}, Row{4, 1, 1});
  Steps steps = std::get<Steps>(days);
  CHECK(place_on_line(steps, row.index) == Approx(row.evenly));
  steps.in_proportion = true;
  CHECK(place_on_line(steps, row.index) == Approx(row.in_proportion));
  CHECK(nearest_step(steps, row.in_proportion) == row.index);
  for (Step& step : steps.steps) step.day = 7;
  CHECK(place_on_line(steps, row.index) == Approx(row.evenly));  // no time passes: evenly
}

TEST_CASE("the thumb is where the finger is and eases to the nearest step when let go") {
  ExhibitState state = move(begin(days), days, HandlePhase::grab, 0.3, 0);
  CHECK(position(state) == 0.3);
  CHECK_FALSE(moves(state));
  state = move(state, days, HandlePhase::drag, 1.7, 10);
  CHECK(position(state) == 1);
  state = move(state, days, HandlePhase::drag, std::nan(""), 11);
  CHECK(position(state) == 1);
  state = move(state, days, HandlePhase::drag, 0.6, 20);
  CHECK(part_shown(days, state) == 2U);
  state = move(state, days, HandlePhase::let_go, 0, 30);
  CHECK(position(state) == 0.6);
  CHECK(moves(state));
  state = after(state, days, at(205));
  CHECK(position(state) == Approx(0.55));
  state = after(state, days, at(30 + 350));
  CHECK(state == ExhibitState(StepsState{0.5, false, true, std::nullopt}));
}

TEST_CASE("a timeline shows the text of its step, at the start that of the first one") {
  CHECK(part_shown(days, begin(days)) == 0U);
  CHECK_FALSE(std::get<StepsState>(begin(days)).touched);
  CHECK(part_shown(days, tap(begin(days), days, ExhibitVerb::step, 0, 0)) == 0U);
  CHECK(part_shown(days, move(begin(days), days, HandlePhase::grab, 0, 0)) == 0U);
}

TEST_CASE("a tap on a step eases there and shows the step's text at once") {
  ExhibitState state = tap(begin(days), days, ExhibitVerb::step, 4, 0);
  CHECK(part_shown(days, state) == 4U);
  CHECK(position(after(state, days, at(100))) > 0);
  state = after(state, days, at(100));
  state = move(state, days, HandlePhase::grab, 0.1, 100);
  CHECK(position(state) == 0.1);
  CHECK_FALSE(moves(state));
  CHECK(tap(state, days, ExhibitVerb::step, 5, 200) == state);
  CHECK(tap(state, days, ExhibitVerb::fold, 0, 200) == state);
}

TEST_CASE("a drag without a grab moves nothing") {
  CHECK(move(begin(days), days, HandlePhase::drag, 0.5, 0) == begin(days));
  CHECK(move(begin(days), days, HandlePhase::let_go, 0.5, 0) == begin(days));
  CHECK(move(begin(fold), fold, HandlePhase::drag, 0.5, 0) == begin(fold));
  CHECK(move(begin(spots), spots, HandlePhase::grab, 0.5, 0) == begin(spots));
}

TEST_CASE("a region opens, gives way to another and closes") {
  ExhibitState state = tap(begin(spots), spots, ExhibitVerb::region, 1, 0);
  CHECK(part_shown(spots, state) == 1U);
  state = tap(state, spots, ExhibitVerb::region, 0, 1);
  CHECK(part_shown(spots, state) == 0U);
  CHECK(tap(state, spots, ExhibitVerb::region, 2, 2) == state);
  state = tap(state, spots, ExhibitVerb::region, 0, 3);
  CHECK(part_shown(spots, state) == std::nullopt);
  CHECK(std::get<HotspotsState>(state).seen == std::set<std::size_t>{0, 1});  // what was seen stays seen
}

TEST_CASE("while a finger makes the first fold the invitation stays") {
  ExhibitState state = move(begin(fold), fold, HandlePhase::grab, 1, 1);
  for (const double way : {0.2, 0.5}) {
    state = after(state, fold, HandleMove{HandlePhase::drag, 1 - way, 1 - way}, at(500), false);
    CHECK(part_shown(fold, state) == std::nullopt);
  }
  state = after(state, fold, HandleMove{HandlePhase::let_go, 0, 0}, at(600), false);
  CHECK(part_shown(fold, state) == static_cast<std::size_t>(FoldStage::folded));
}

TEST_CASE("a fold tells its stage as a part") {
  ExhibitState state = begin(fold);
  struct Row {
    ExhibitVerb verb;
    std::size_t part;
  };
  int clock = 0;
  for (const Row& row : {Row{ExhibitVerb::fold, 1}, Row{ExhibitVerb::open, 2}, Row{ExhibitVerb::smooth, 3},
                         Row{ExhibitVerb::fold, 1}, Row{ExhibitVerb::open, 2}}) {
    clock += 1000;
    state = after(tap(state, fold, row.verb, 0, clock), fold, at(clock + 500));
    CHECK(part_shown(fold, state) == row.part);
  }
}

TEST_CASE("a handle's box is the sheet") {
  ExhibitState state = after(begin(fold), fold, HandleMove{HandlePhase::grab, 1, 1}, at(0), false);
  state = after(state, fold, HandleMove{HandlePhase::drag, 0.5, 0.5}, at(10), false);
  CHECK(std::get<FoldState>(state).hand->corner == SheetPoint{1, sheet_height});
  CHECK(std::get<FoldState>(state).hand->point == SheetPoint{0.5, sheet_height / 2});
}

TEST_CASE("with reduced motion everything is done at once and to the same end") {
  int clock = 0;
  ExhibitState calm = begin(fold), eased = begin(fold);
  for (const ExhibitVerb verb : {ExhibitVerb::fold, ExhibitVerb::open, ExhibitVerb::smooth, ExhibitVerb::fold}) {
    calm = tap(calm, fold, verb, 0, clock += 1000, true);
    eased = after(tap(eased, fold, verb, 0, clock), fold, at(clock + 500));
    CHECK_FALSE(moves(calm));
    CHECK(calm == eased);
  }
  CHECK(position(tap(begin(days), days, ExhibitVerb::step, 2, 0, true)) == 0.5);
  CHECK_FALSE(
      moves(move(move(begin(days), days, HandlePhase::grab, 0.3, 0, true), days, HandlePhase::let_go, 0, 5, true)));
}

TEST_CASE("an action that does not fit the exhibit's kind changes nothing") {
  CHECK(tap(begin(spots), days, ExhibitVerb::step, 1, 0) == begin(spots));
  CHECK(move(begin(fold), days, HandlePhase::grab, 0.5, 0) == begin(fold));
  CHECK(part_shown(days, begin(fold)) == std::nullopt);
  CHECK(tap(ExhibitState{}, Exhibit{}, ExhibitVerb::fold, 0, 0) == ExhibitState{});
}
