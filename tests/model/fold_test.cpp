#include "model/fold.h"

#include <cmath>
#include <random>

#include "catch.h"
#include "model/sheet.h"

using namespace anteroom;
using sheet::length;
using sheet::minus;

namespace {

constexpr SheetPoint lower_right{1, sheet_height};

MonoTime moment_at(int ms) {
  return MonoTime(Millis(ms));
}

// A patient who takes a second for everything.
struct FoldPatient {
  FoldState state;
  int clock = 0;

  MonoTime later() { return moment_at(clock += 1000); }
  void wait() { state = settle(state, later()); }
  void grab(SheetPoint p) {
    state = anteroom::grab(state, p, later());
    wait();
  }
  void drag(SheetPoint p) { state = anteroom::drag(state, p, later()); }
  void let_go() {
    state = anteroom::let_go(state, later());
    wait();
  }
  void lead(SheetPoint from, SheetPoint to) {
    grab(from);
    drag(to);
    let_go();
  }
  void tap(FoldState (*what)(FoldState, MonoTime)) {
    state = what(state, later());
    wait();
  }
};

// The position of `corner`, seen from above.
SheetPoint lies(const FoldState& state, SheetPoint corner) {
  if (!state.line || state.line->distance(corner) <= 0) return corner;
  return sheet::turned(corner, *state.line, state.turn);
}

double apart(SheetPoint one, SheetPoint other) {
  return length(minus(one, other));
}

}  // namespace

TEST_CASE("the fold line is half way between a corner and the finger") {
  struct Row {
    SheetPoint corner, finger;
  };
  const Row row = GENERATE(Row{{1, 0.7}, {0.5, 0.7}}, Row{{1, 0.7}, {0.42, 0.12}}, Row{{1, 0}, {0.6, 0.3}},
                           Row{{0, 0}, {0.3, 0.6}}, Row{{0, 0.7}, {0.6, 0.65}}, Row{{1, 0.7}, {1, 0.2}});
  FoldPatient p;
  p.grab(row.corner);
  p.drag(row.finger);
  REQUIRE(p.state.line);
  CHECK(p.state.hand->point == row.finger);
  CHECK(p.state.line->distance(row.corner) == Approx(apart(row.corner, row.finger) / 2));
  CHECK(apart(lies(p.state, row.corner), row.finger) < 1e-12);
  CHECK(p.state.turn == 1);
  CHECK(p.state.lift == 1);
}

TEST_CASE("a finger beside the corner moves it by as much as it moves itself") {
  FoldPatient p;
  p.grab({0.9, 0.6});
  p.drag({0.5, 0.5});
  CHECK(p.state.hand->corner == lower_right);
  CHECK(apart(p.state.hand->point, {0.6, 0.6}) < 1e-12);
}

TEST_CASE("a sheet that is hardly folded springs back and keeps no trace") {
  FoldPatient p;
  p.lead(lower_right, {0.96, 0.64});
  CHECK(p.state == FoldState{});
  p.lead({0.7, 0.5}, {0.7, 0.5});  // touched only
  CHECK(p.state == FoldState{});
}

TEST_CASE("a fold leaves a crease and every further fold deepens it") {
  FoldPatient p;
  p.lead(lower_right, {0.5, 0.3});
  REQUIRE(p.state.creases.size() == 1);
  CHECK(p.state.creases[0].depth == Approx(0.8));
  CHECK(p.state.creases[0].line == *p.state.line);
  CHECK(stage(p.state) == FoldStage::folded);
  p.tap(open_sheet);
  CHECK(stage(p.state) == FoldStage::opened);
  CHECK(p.state.creases[0].depth == Approx(0.8));
  p.tap(fold_sheet);
  CHECK(p.state.creases[0].depth == Approx(0.9));
  p.tap(open_sheet);
  p.lead(lower_right, {0.5, 0.3});  // by finger, into the same crease
  REQUIRE(p.state.creases.size() == 1);
  CHECK(p.state.creases[0].depth == Approx(0.95));
}

TEST_CASE("smoothing makes a crease shallower but never removes it") {
  FoldPatient p;
  p.tap(fold_sheet);
  p.tap(open_sheet);
  CHECK(can_smooth(p.state));
  p.tap(smooth_sheet);
  CHECK(stage(p.state) == FoldStage::smoothed);
  CHECK(p.state.creases[0].depth == Approx(0.8 * 0.45));
  for (int i = 0; i < 5; ++i) p.tap(smooth_sheet);
  CHECK(p.state.creases[0].depth == 0.25);
  CHECK_FALSE(can_smooth(p.state));
  p.tap(fold_sheet);
  CHECK(stage(p.state) == FoldStage::folded);
  CHECK(p.state.creases[0].depth == Approx(0.625));
}

TEST_CASE("near a crease the fold is pulled into it") {
  struct Row {
    SheetPoint finger;
    bool drawn;
  };
  const Row row = GENERATE(Row{{0.5, 0.7}, true}, Row{{0.54, 0.7}, true}, Row{{0.46, 0.7}, true},
                           Row{{0.5, 0.66}, true}, Row{{0.3, 0.7}, false}, Row{{0.5, 0.4}, false});
  FoldPatient p;
  p.lead(lower_right, {0.5, 0.7});
  p.tap(open_sheet);
  p.grab(lower_right);
  p.drag(row.finger);
  CHECK((*p.state.line == p.state.creases[0].line) == row.drawn);
  p.let_go();
  CHECK(p.state.creases.size() == (row.drawn ? 1 : 2));
}

TEST_CASE("a fold from the other side of the sheet finds the same crease") {
  FoldPatient p;
  p.lead(lower_right, {0.04, 0.7});
  p.tap(open_sheet);
  p.lead({0, sheet_height}, {0.98, 0.7});
  CHECK(p.state.creases.size() == 1);
  CHECK(p.state.creases[0].depth == Approx(0.9));
  CHECK(p.state.line->nx == Approx(-1));
}

TEST_CASE("a fourth fold goes into the nearest crease") {
  FoldPatient p;
  for (const SheetPoint to : {SheetPoint{0.8, 0.5}, SheetPoint{0.5, 0.2}, SheetPoint{0.2, 0.6}}) {
    p.lead(lower_right, to);
    p.tap(open_sheet);
  }
  REQUIRE(p.state.creases.size() == max_creases);
  p.lead(lower_right, {0.75, 0.25});
  CHECK(p.state.creases.size() == max_creases);
  CHECK(stage(p.state) == FoldStage::folded);
  int deepened = 0;
  for (const Crease& crease : p.state.creases) deepened += crease.depth > 0.85 ? 1 : 0;
  CHECK(deepened == 1);
}

TEST_CASE("a folded sheet turns about its crease and its corner follows the finger") {
  FoldPatient p;
  p.lead(lower_right, {0.5, 0.7});  // the crease is vertical at 0.75
  p.grab({0.5, 0.7});
  REQUIRE(p.state.hand->hinged);
  CHECK(p.state.turn == 1);
  struct Row {
    double x, turn;
  };
  const Row row =
      GENERATE(Row{0.5, 1}, Row{0.625, 2.0 / 3}, Row{0.75, 0.5}, Row{0.875, 1.0 / 3}, Row{1, 0}, Row{7, 0}, Row{-7, 1});
  p.drag({row.x, 0.3});
  CHECK(p.state.turn == Approx(row.turn));
  CHECK(lies(p.state, lower_right).x == Approx(std::clamp(row.x, 0.5, 1.0)));
  // More than half open it is no longer called folded, finger or not.
  CHECK(stage(p.state) == (row.turn < 0.5 ? FoldStage::opened : FoldStage::folded));
  p.let_go();
  CHECK(stage(p.state) == (row.turn < 0.5 ? FoldStage::opened : FoldStage::folded));
  CHECK(p.state.creases.size() == 1);
}

TEST_CASE("a sheet is not folded while the finger that folds it is down") {
  FoldPatient p;
  p.grab(lower_right);
  for (const double way : {0.1, 0.3, 0.5}) {
    p.drag({1 - way, sheet_height - way});
    CHECK(stage(p.state) == FoldStage::flat);
  }
  p.let_go();
  CHECK(stage(p.state) == FoldStage::folded);
}

TEST_CASE("what a drag reaches, taps reach, and the other way round") {
  FoldPatient hand, taps;
  CHECK(stage(hand.state) == FoldStage::flat);
  CHECK((can_fold(taps.state) && !can_open(taps.state) && !can_smooth(taps.state)));
  hand.lead(inviting_corner, {0.985, 0.31});
  taps.tap(fold_sheet);
  CHECK(hand.state == taps.state);
  CHECK((!can_fold(taps.state) && can_open(taps.state) && !can_smooth(taps.state)));
  hand.lead({0.985, 0.31}, {1, 0.03});
  taps.tap(open_sheet);
  CHECK(hand.state == taps.state);
  CHECK(stage(taps.state) == FoldStage::opened);
  taps.tap(smooth_sheet);
  CHECK(stage(taps.state) == FoldStage::smoothed);
}

TEST_CASE("the stage is the one in which an ease will end") {
  FoldState state = fold_sheet({}, moment_at(0));
  CHECK(stage(state) == FoldStage::folded);
  state = settle(state, moment_at(100));
  CHECK(state.lift > 0);
  state = open_sheet(state, moment_at(100));
  CHECK(stage(state) == FoldStage::flat);  // it was never folded
  CHECK(settle(state, moment_at(900)) == FoldState{});
}

TEST_CASE("a sheet opened while it is being pressed keeps its crease") {
  FoldState state = drag(grab({}, lower_right, moment_at(0)), {0.5, 0.4}, moment_at(400));
  state = open_sheet(settle(let_go(state, moment_at(500)), moment_at(600)), moment_at(600));
  CHECK(stage(state) == FoldStage::opened);
  CHECK(settle(state, moment_at(2000)).creases.size() == 1);
}

TEST_CASE("a held corner never leads the turned part off the table") {
  const int seed = GENERATE(range(0, 20));
  std::mt19937 random(static_cast<unsigned>(seed));
  std::uniform_real_distribution<double> anywhere(-1, 2);
  FoldPatient p;
  const SheetPoint corner = sheet::corners[static_cast<std::size_t>(seed % 4)];
  p.grab(corner);
  for (int i = 0; i < 100; ++i) {
    p.drag({anywhere(random), anywhere(random)});
    CHECK((p.state.hand->point.x >= 0 && p.state.hand->point.x <= 1));
    CHECK((p.state.hand->point.y >= 0 && p.state.hand->point.y <= sheet_height));
    for (const SheetPoint each : sheet::corners) {
      const SheetPoint place = lies(p.state, each);
      CHECK((place.x > -table_beside - 1e-9 && place.x < 1 + table_beside + 1e-9));
      CHECK((place.y > -table_above - 1e-9 && place.y < sheet_height + table_above + 1e-9));
    }
  }
}

namespace {

void check_sound(const FoldState& state) {
  CHECK((state.turn >= 0 && state.turn <= 1));
  CHECK((state.lift >= 0 && state.lift <= 1));
  CHECK(state.creases.size() <= max_creases);
  for (const Crease& crease : state.creases) CHECK((crease.depth >= 0.25 && crease.depth <= 1));
  CHECK(state.line.has_value() == (state.line && std::hypot(state.line->nx, state.line->ny) > 0.999999));
  if (!state.line) return;
  double min = 0, max = 0;
  for (const SheetPoint corner : sheet::corners) {
    min = std::min(min, state.line->distance(corner));
    max = std::max(max, state.line->distance(corner));
  }
  CHECK((min < 0 && max > 0));  // the line crosses the sheet
}

// One random action of a patient.
FoldState anything(FoldState state, std::mt19937& random, MonoTime now) {
  std::uniform_real_distribution<double> place(-0.3, 1.3);
  const SheetPoint finger{place(random), place(random)};
  switch (random() % 12) {
    case 0:
      return grab(std::move(state), finger, now);
    case 1:
      return let_go(std::move(state), now);
    case 2:
      return fold_sheet(std::move(state), now);
    case 3:
      return open_sheet(std::move(state), now);
    case 4:
      return smooth_sheet(std::move(state), now);
    case 5:
      return drag(std::move(state), {finger.x * 1e6, finger.y * -1e300}, now);
    case 6:
      return grab(std::move(state), {finger.x, std::nan("")}, now);
    case 7:
      return settle(std::move(state), now);
    default:
      return drag(std::move(state), finger, now);
  }
}

}  // namespace

TEST_CASE("whatever a patient does the sheet stays a sheet and keeps its creases") {
  const int seed = GENERATE(range(0, 60));
  std::mt19937 random(static_cast<unsigned>(seed));
  FoldState state;
  int clock = 0;
  for (int i = 0; i < 400; ++i) {
    const std::vector<Crease> before = state.creases;
    clock += static_cast<int>(random() % 400);
    state = anything(state, random, moment_at(clock));
    check_sound(state);
    REQUIRE(state.creases.size() >= before.size());
    for (std::size_t c = 0; c < before.size(); ++c) CHECK(state.creases[c].line == before[c].line);
  }
}

TEST_CASE("an ease ends the same in one step as in many") {
  const int seed = GENERATE(range(0, 60));
  std::mt19937 fine_random(static_cast<unsigned>(seed)), coarse_random(static_cast<unsigned>(seed));
  std::mt19937 pauses(static_cast<unsigned>(seed + 1000));
  FoldState fine, coarse;
  int clock = 0;
  for (int i = 0; i < 120; ++i) {
    const int until = clock + static_cast<int>(pauses() % 500);
    for (int t = clock; t < until; t += 16) fine = settle(fine, moment_at(t));
    clock = until;
    fine = anything(fine, fine_random, moment_at(clock));
    coarse = anything(coarse, coarse_random, moment_at(clock));
  }
  CHECK(settle(fine, moment_at(clock + 350)) == settle(coarse, moment_at(clock + 350)));
}

TEST_CASE("a sheet grabbed in the middle of an ease does not jump") {
  const int seed = GENERATE(range(0, 80));
  std::mt19937 random(static_cast<unsigned>(seed));
  FoldState state;
  int clock = 0;
  for (int i = 0; i < 200; ++i) {
    clock += static_cast<int>(random() % 400);
    state = anything(settle(state, moment_at(clock)), random, moment_at(clock));
    const FoldState taken = grab(state, {0.6, 0.4}, moment_at(clock));
    // A finger that is replaced lets go first.
    for (const SheetPoint corner : sheet::corners) CHECK(apart(lies(taken, corner), lies(state, corner)) < 1e-9);
    CHECK(taken.lift == Approx(state.lift));
    const FoldState left = let_go(state, moment_at(clock));
    for (const SheetPoint corner : sheet::corners) CHECK(apart(lies(left, corner), lies(state, corner)) < 1e-9);
  }
}

TEST_CASE("a corner moves no further than the finger on a fresh sheet") {
  const int seed = GENERATE(range(0, 20));
  std::mt19937 random(static_cast<unsigned>(seed));
  std::uniform_real_distribution<double> step(-0.01, 0.01);
  FoldPatient p;
  const SheetPoint corner = sheet::corners[static_cast<std::size_t>(seed % 4)];
  p.grab(corner);
  SheetPoint finger{0.5, 0.35};
  p.drag(finger);
  for (int i = 0; i < 300; ++i) {
    const SheetPoint next{std::clamp(finger.x + step(random), 0.1, 0.9), std::clamp(finger.y + step(random), 0.1, 0.6)};
    const SheetPoint before = p.state.hand->point;
    p.drag(next);
    CHECK(apart(p.state.hand->point, before) <= 2 * apart(next, finger) + 1e-12);
    finger = next;
  }
}

TEST_CASE("near a crease nothing jumps") {
  FoldPatient p;
  p.lead(lower_right, {0.5, 0.4});
  p.tap(open_sheet);
  p.grab(lower_right);
  p.drag({0.2, 0.65});
  SheetPoint before = p.state.hand->point;
  for (int i = 0; i <= 1000; ++i) {
    p.drag({0.2 + 0.0006 * i, 0.65 - 0.0005 * i});
    CHECK(apart(p.state.hand->point, before) < 12 * 0.0008);
    before = p.state.hand->point;
  }
}
