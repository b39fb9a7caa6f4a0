#include "exhibits/steps_view.h"

#include <algorithm>
#include <cmath>

#include "catch.h"
#include "scene/rules.h"

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

TEST_CASE("on a step and between two, the picture of the nearer one is seen, and it never fades") {
  for (const Steps& steps : {layered, files}) {
    for (int hundredths = 0; hundredths <= 100; ++hundredths) {
      const double position = hundredths / 100.0;
      const Step& step = steps.steps[nearest_step(steps, position)];
      const auto pictures = all<Picture>(view(steps, position));
      REQUIRE_FALSE(pictures.empty());
      std::vector<std::string> layers;
      for (const Picture& each : pictures) {
        layers.insert(layers.end(), each.layers.begin(), each.layers.end());
        CHECK(each.file == (step.picture.empty() ? "/card.svg" : step.picture));
        CHECK(each.opacity == 1);
        CHECK(each.alt.empty() == (&each != &pictures.front()));
      }
      CHECK(layers == step.layers);
      CHECK(pictures[0].alt == "a line of days");
    }
  }
}

TEST_CASE("what all steps share is a picture that stays the same") {
  const auto before = all<Picture>(view(layered, 0)), after = all<Picture>(view(layered, 0.5));
  REQUIRE((before.size() == 2 && after.size() == 2));
  CHECK(before[0] == after[0]);
  CHECK(before[0].layers == std::vector<std::string>{"ground"});
  CHECK(all<Picture>(view(layered, 1)).size() == 1);  // its last step has nothing else
}

TEST_CASE("a finger that drags along the line changes the thumb and the line, and the picture only half way") {
  for (int hundredths = 1; hundredths <= 100; ++hundredths) {
    const double from = (hundredths - 1) / 100.0, to = hundredths / 100.0;
    const auto before = view(layered, from), after = view(layered, to);
    const bool same_step = nearest_step(layered, from) == nearest_step(layered, to);
    CHECK((all<Picture>(before) == all<Picture>(after)) == same_step);
    REQUIRE((before.size() == after.size() || !same_step));
    double changed_mm2 = 0;
    for (std::size_t i = 0; same_step && i < before.size(); ++i) {
      if (before[i] == after[i]) continue;
      const Rect box = std::visit([](const auto& each) { return each.box; }, after[i]);
      changed_mm2 += box.w * box.h;
    }
    CHECK(changed_mm2 < 0.03 * steps_area.w * steps_area.h);
  }
}

TEST_CASE("the line has a mark for each step and only the thumb is full") {
  const double position = GENERATE(0.0, 0.2, 0.6, 1.0);
  const Direction direction = GENERATE(Direction::left_to_right, Direction::right_to_left);
  const auto items = view(layered, position, direction);
  const auto fills = all<Fill>(items);
  REQUIRE(fills.size() == 2 + 3 + 2);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(fills[2 + i].box.w == fills[2].box.w);
    CHECK(fills[2 + i].edge_mm > 0);
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
      CHECK(within.encloses(std::visit([](const auto& each) { return each.box; }, item)));
    }
    const Handle handle = std::get<Handle>(items.back());
    // As long as the line, so that thumb and finger agree: between the middles of the outer buttons.
    CHECK(handle.box.w == Approx(std::min(within.w - 14, 2 * (within.w + min_gap_mm) / 3)));
    CHECK(handle.box.h >= 20);
    CHECK(handle.label == "Time");
    for (const Picture& picture : all<Picture>(items)) CHECK_FALSE(picture.box.overlaps(handle.box));
  }
}

namespace {

// Four moons on a course through the middles of four columns.
Steps moons() {
  const auto at = [](const std::string& layer, double x, double y) {
    return Mark{layer, {x - 0.1, y - 0.13, 0.2, 0.26}};
  };
  Steps steps{false,
              {{0, {"sky", "now-0"}, "", {at("new", 0.125, 0.5), at("way-1", 0.5, 0.5), at("way-2", 0.5, 0.5)}},
               {3, {"sky", "now-1"}, "", {at("half", 0.375, 0.35)}},
               {14, {"sky", "now-2"}, "", {at("full", 0.625, 0.3), at("way-3", 0.5, 0.5)}},
               {90, {"sky", "now-3"}, "", {at("late", 0.875, 0.4)}}}};
  steps.changing = Share{0.02, 0.15, 0.96, 0.7};
  return steps;
}

bool is_mark(const Picture& picture) {
  return picture.ink.has_value();
}

Picture mark_seen(const std::vector<Item>& items) {
  std::vector<Picture> found;
  for (const Picture& each : all<Picture>(items)) {
    if (is_mark(each) && each.opacity > 0) found.push_back(each);
  }
  REQUIRE(found.size() == 1);
  return found[0];
}

}  // namespace

TEST_CASE("there are never two moons, and the one travels with the finger") {
  const Steps steps = moons();
  double before = 0;
  for (int hundredths = 0; hundredths <= 100; ++hundredths) {
    const auto items = view(steps, hundredths / 100.0);
    const Picture mark = mark_seen(items);
    const double x = scene::middle(*mark.ink).x;
    if (hundredths > 0) CHECK((x > before && x < before + 4));
    before = x;
    CHECK(x == Approx(middle(all<Fill>(items).back())).margin(6));  // above the thumb
    for (const Picture& each : all<Picture>(items)) CHECK((each.opacity == 0 || each.opacity == 1));
  }
}

TEST_CASE("at its step a moon is where it is drawn, and on the way the others come one after the other") {
  const Steps steps = moons();
  for (std::size_t i = 0; i < 4; ++i) {
    const Picture mark = mark_seen(view(steps, place_on_line(steps, i)));
    CHECK(mark.layers == std::vector{steps.steps[i].marks[0].layer});
    CHECK(std::hypot(mark.shift.x, mark.shift.y) < 1e-9);
  }
  std::vector<std::string> seen;
  for (int hundredths = 0; hundredths <= 100; ++hundredths) {
    const std::string layer = mark_seen(view(steps, hundredths / 100.0)).layers[0];
    if (seen.empty() || seen.back() != layer) seen.push_back(layer);
  }
  CHECK(seen == std::vector<std::string>{"new", "way-1", "way-2", "half", "full", "way-3", "late"});
}

TEST_CASE("a picture with marks fills its stage, whatever shape that has, and nothing that changes is cut off") {
  const Rect within = GENERATE(Rect{10, 20, 220, 170}, Rect{0, 0, 250, 160}, Rect{0, 0, 165, 150});
  const Steps steps = moons();
  const auto items = exhibits::steps_view(steps, {}, look, within, Direction::left_to_right);
  const Picture base = all<Picture>(items).front();
  CHECK(base.box.w == Approx(within.w));
  CHECK(base.box.bottom() == Approx(std::get<Handle>(items.back()).box.y - 4));
  REQUIRE(base.frame);
  CHECK(base.frame->w * steps.ratio / base.frame->h == Approx(base.box.w / base.box.h));
  CHECK((base.frame->y < 0.1501 && base.frame->y + base.frame->h > 0.8499));
  for (int hundredths = 0; hundredths <= 100; hundredths += 5) {
    StepsState state;
    state.position = hundredths / 100.0;
    const auto moved = exhibits::steps_view(steps, state, look, within, Direction::left_to_right);
    CHECK(within.encloses(*mark_seen(moved).ink));
  }
}

TEST_CASE("a dragged moon has little painted anew, and all that comes is made ready before") {
  const Steps steps = moons();
  for (int hundredths = 1; hundredths <= 100; ++hundredths) {
    const auto before = view(steps, (hundredths - 1) / 100.0), after = view(steps, hundredths / 100.0);
    REQUIRE(before.size() == after.size());
    const bool same_step = nearest_step(steps, (hundredths - 1) / 100.0) == nearest_step(steps, hundredths / 100.0);
    double changed_mm2 = 0;
    for (std::size_t i = 0; same_step && i < before.size(); ++i) {
      if (before[i] == after[i]) continue;
      const auto* picture = std::get_if<Picture>(&after[i]);
      const Rect box = picture != nullptr ? picture->ink.value_or(picture->box)
                                          : std::visit([](const auto& each) { return each.box; }, after[i]);
      changed_mm2 += box.w * box.h;
    }
    CHECK(changed_mm2 < 0.1 * steps_area.w * steps_area.h);
    // What is seen after the next move was asked for at the start.
    for (const Picture& seen : all<Picture>(after)) {
      const auto first = all<Picture>(view(steps, 0));
      CHECK(std::any_of(first.begin(), first.end(), [&](const Picture& each) {
        return each.layers == seen.layers && each.frame == seen.frame && each.box == seen.box;
      }));
    }
  }
}

TEST_CASE("a finger on the handle and the thumb agree within a finger's breadth") {
  const auto items = view(layered, 0.3);
  const Rect box = std::get<Handle>(items.back()).box;
  CHECK(middle(all<Fill>(items)[5]) == Approx(box.x + 0.3 * box.w).margin(8));
}
