#include "scene/hit_test.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::scene;

namespace {

Target target(Rect box, const std::string& id, bool ground = false) {
  return {box, id, ShowNext{}, id, ground};
}

Scene with(std::vector<Item> items) {
  Scene scene;
  scene.width_mm = 476;
  scene.height_mm = 268;
  scene.items = std::move(items);
  return scene;
}

std::string hit(const Scene& scene, Point at) {
  const Target* found = target_at(scene, at);
  return found == nullptr ? "" : found->id;
}

}  // namespace

TEST_CASE("a touch beside a target hits it within the slop and from further away below it") {
  const Scene scene = with({target({100, 100, 20, 20}, "a")});
  struct Row {
    Point at;
    const char* hit;
  };
  for (const Row& row : {Row{{110, 110}, "a"},
                         {{100, 100}, "a"},
                         {{96.1, 110}, "a"},
                         {{95.9, 110}, ""},
                         {{110, 96.1}, "a"},
                         {{110, 95.9}, ""},
                         {{110, 125.9}, "a"},
                         {{110, 126.1}, ""},
                         {{123.9, 110}, "a"},
                         {{124.1, 110}, ""}}) {
    INFO(row.at.x << "," << row.at.y);
    CHECK(hit(scene, row.at) == row.hit);
  }
}

TEST_CASE("between two targets the nearer one is hit") {
  const Scene scene = with({target({100, 100, 20, 20}, "a"), target({124, 100, 20, 20}, "b")});
  CHECK(hit(scene, {121.5, 110}) == "a");
  CHECK(hit(scene, {122.5, 110}) == "b");
}

TEST_CASE("the background is hit only where no target is on it and has no slop") {
  const Scene scene = with({target({0, 0, 400, 200}, "card", true), target({100, 100, 20, 20}, "a")});
  CHECK(hit(scene, {50, 50}) == "card");
  CHECK(hit(scene, {110, 110}) == "a");
  CHECK(hit(scene, {97, 110}) == "a");
  CHECK(hit(scene, {200, 202}).empty());
}

TEST_CASE("the focus order is the order of the targets with each of them once") {
  const Scene scene = with({target({0, 0, 400, 200}, "card", true), Fill{{0, 0, 10, 10}, rgb(0), 0, 0, {}},
                            target({10, 210, 20, 20}, "pause"), Handle{{10, 10, 50, 50}, "Drag", {10, 10, 50, 50}},
                            target({40, 210, 20, 20}, "next")});
  std::vector<std::string> ids;
  for (const Target* each : focus_order(scene)) ids.push_back(each->id);
  CHECK(ids == std::vector<std::string>{"card", "pause", "next"});
  CHECK(target_named(scene, "pause")->box.x == 10);
  CHECK(target_named(scene, "none") == nullptr);
  CHECK(handle_at(scene, {30, 30})->label == "Drag");
  CHECK(handle_at(scene, {70, 30}) == nullptr);
}

TEST_CASE("a target that repeats another is hit but not in the focus order") {
  Target row = target({200, 100, 60, 20}, "row");
  row.repeats = true;
  const Scene scene = with({row, target({100, 100, 20, 20}, "spot")});
  REQUIRE(focus_order(scene).size() == 1);
  CHECK(focus_order(scene)[0]->id == "spot");
  CHECK(hit(scene, {230, 110}) == "row");
}
