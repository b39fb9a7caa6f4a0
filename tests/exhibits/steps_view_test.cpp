#include "exhibits/steps_view.h"

#include <algorithm>

#include "catch.h"

using namespace anteroom;
using namespace anteroom::scene;

namespace {

const Rect steps_area{10, 20, 220, 170};
const exhibits::StepsScene look{"/card.svg", "a line of days", "Time"};
const Steps layered{false, {{0, {"ground", "day-0"}, ""}, {3, {"ground", "day-3"}, ""}, {14, {"ground"}, ""}}};
const Steps files{false, {{0, {}, ""}, {3, {}, "/b.svg"}, {14, {}, "/c.svg"}}};

std::vector<Item> view(const Steps& steps, double position, Direction direction = Direction::left_to_right) {
  return exhibits::steps_view(steps, {.position = position, .held = false, .touched = false, .settle = {}}, look,
                              steps_area, direction);
}

template <class Kind>
std::vector<Kind> all(const std::vector<Item>& items) {
  std::vector<Kind> found;
  for (const Item& item : items) {
    if (const Kind* each = std::get_if<Kind>(&item)) found.push_back(*each);
  }
  return found;
}

double middle(const Fill& fill) {
  return fill.box.x + fill.box.w / 2;
}

}  // namespace

TEST_CASE("on a step only its picture is shown and has its description") {
  const std::size_t step = GENERATE(0, 1, 2);
  for (const Steps& steps : {layered, files}) {
    const auto pictures = all<Picture>(view(steps, place_on_line(steps, step)));
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].layers == steps.steps[step].layers);
    CHECK(pictures[0].file == (steps.steps[step].picture.empty() ? "/card.svg" : steps.steps[step].picture));
    CHECK(pictures[0].opacity == 1);
    CHECK(pictures[0].alt == "a line of days");
  }
}

TEST_CASE("between two steps both are seen over what they share") {
  struct Row {
    double position, before, after;
  };
  const Row row = GENERATE(Row{0.1, 1, 0.4}, Row{0.25, 1, 1}, Row{0.4, 0.4, 1});
  const auto pictures = all<Picture>(view(layered, row.position));
  REQUIRE(pictures.size() == 3);
  CHECK(pictures[0].layers == std::vector<std::string>{"ground"});
  CHECK(pictures[0].opacity == 1);
  CHECK(pictures[1].layers == std::vector<std::string>{"day-0"});
  CHECK(pictures[1].opacity == Approx(row.before));
  CHECK(pictures[2].layers == std::vector<std::string>{"day-3"});
  CHECK(pictures[2].opacity == Approx(row.after));
  CHECK(pictures[0].alt == "a line of days");
  CHECK(pictures[1].alt.empty());
  const auto whole = all<Picture>(view(files, row.position));
  REQUIRE(whole.size() == 2);
  CHECK((whole[0].file == "/card.svg" && whole[1].file == "/b.svg"));
}

TEST_CASE("a step with nothing but the common layers adds no picture") {
  const auto pictures = all<Picture>(view(layered, 0.75));
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[1].layers == std::vector<std::string>{"day-3"});
}

TEST_CASE("the line has a mark for each step and the nearest one is larger") {
  const double position = GENERATE(0.0, 0.2, 0.6, 1.0);
  const Direction direction = GENERATE(Direction::left_to_right, Direction::right_to_left);
  const auto items = view(layered, position, direction);
  const auto fills = all<Fill>(items);
  REQUIRE(fills.size() == 2 + 3 + 2);
  const std::size_t nearest = nearest_step(layered, position);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK((fills[2 + i].box.w > 6) == (i == nearest));
    CHECK((fills[2 + i].edge_mm > 0) == (i != nearest));
  }
  const double from = middle(fills[2]), to = middle(fills[4]);
  CHECK((from < to) == (direction == Direction::left_to_right));
  CHECK(middle(fills[5]) == Approx(from + (to - from) * position));
  CHECK(fills[5].box.w == 12);
}

TEST_CASE("steps stay inside their area and the handle is tall enough for a finger") {
  const Rect within = GENERATE(Rect{10, 20, 220, 170}, Rect{0, 0, 60, 60});
  for (int hundredths = -20; hundredths < 120; hundredths += 5) {
    const double position = hundredths / 100.0;
    const auto items =
        exhibits::steps_view(layered, {.position = position, .held = true, .touched = true, .settle = {}}, look, within,
                             Direction::left_to_right);
    for (const Item& item : items) {
      CHECK(within.holds(std::visit([](const auto& each) { return each.box; }, item)));
    }
    const Handle handle = std::get<Handle>(items.back());
    CHECK(handle.box.w == Approx(within.w - 14));  // as long as the line, so that thumb and finger agree
    CHECK(handle.box.h >= 20);
    CHECK(handle.label == "Time");
    for (const Picture& picture : all<Picture>(items)) CHECK_FALSE(picture.box.overlaps(handle.box));
  }
}

TEST_CASE("a finger on the handle and the thumb agree within a finger's breadth") {
  const auto items = view(layered, 0.3);
  const Rect box = std::get<Handle>(items.back()).box;
  CHECK(middle(all<Fill>(items)[5]) == Approx(box.x + 0.3 * box.w).margin(8));
}
