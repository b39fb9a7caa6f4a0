#include "scene/flow.h"

#include <ostream>

#include "catch.h"

using namespace anteroom::scene;

namespace anteroom::scene {

std::ostream& operator<<(std::ostream& out, const Rect& box) {
  return out << box.x << "," << box.y << " " << box.w << "x" << box.h;
}

}  // namespace anteroom::scene

namespace {

constexpr Direction ltr = Direction::left_to_right, rtl = Direction::right_to_left;
const Rect area{10, 20, 100, 50};

}  // namespace

TEST_CASE("a box lies at the start, in the middle or at the end of its area") {
  struct Case {
    Direction direction;
    Align across, down;
    Rect box;
  };
  for (const Case& each : {
           Case{ltr, Align::start, Align::start, {10, 20, 30, 20}},
           {ltr, Align::centre, Align::start, {45, 20, 30, 20}},
           {ltr, Align::end, Align::centre, {80, 35, 30, 20}},
           {ltr, Align::start, Align::end, {10, 50, 30, 20}},
           {rtl, Align::start, Align::start, {80, 20, 30, 20}},
           {rtl, Align::centre, Align::centre, {45, 35, 30, 20}},
           {rtl, Align::end, Align::end, {10, 50, 30, 20}},
       }) {
    CHECK(placed({30, 20}, area, each.direction, each.across, each.down) == each.box);
  }
  CHECK(placed({120, 10}, area, ltr) == Rect{10, 20, 120, 10});
  CHECK(placed({120, 10}, area, rtl) == Rect{-10, 20, 120, 10});
}

TEST_CASE("a box has the middle of its area or of a point") {
  CHECK(centred({30, 20}, area) == Rect{45, 35, 30, 20});
  CHECK(centred({120, 60}, area) == Rect{0, 15, 120, 60});
  CHECK(around({10, 20}, {6, 4}) == Rect{7, 18, 6, 4});
}

TEST_CASE("a shape is as large as its area allows") {
  CHECK(fitted(1, area) == Rect{35, 20, 50, 50});
  CHECK(fitted(4, area) == Rect{10, 32.5, 100, 25});
  CHECK(fitted(2, area) == area);
}

TEST_CASE("boxes are shrunk and joined") {
  CHECK(inset(area, 5, 10) == Rect{15, 30, 90, 30});
  CHECK(middle(area) == Point{60, 45});
  CHECK(joined({10, 20, 30, 5}, {50, 10, 10, 20}) == Rect{10, 10, 50, 20});
  CHECK(joined({50, 10, 10, 20}, {10, 20, 30, 5}) == Rect{10, 10, 50, 20});
}

TEST_CASE("a share of an area counts from the side where a row starts") {
  CHECK(x_at(area, 0, ltr) == 10);
  CHECK(x_at(area, 0.25, ltr) == 35);
  CHECK(x_at(area, 0, rtl) == 110);
  CHECK(x_at(area, 0.25, rtl) == 85);
}

TEST_CASE("a row gives boxes from both of its ends and then what is left") {
  struct Case {
    Direction direction;
    Rect first, second, last, rest;
  };
  for (const Case& each : {
           Case{ltr, {10, 20, 15, 50}, {27, 20, 20, 50}, {100, 20, 10, 50}, {49, 20, 49, 50}},
           {rtl, {95, 20, 15, 50}, {73, 20, 20, 50}, {10, 20, 10, 50}, {22, 20, 49, 50}},
       }) {
    Row row(area, each.direction, 2);
    CHECK(row.take(15) == each.first);
    CHECK(row.take(20) == each.second);
    CHECK(row.take_from_end(10) == each.last);
    CHECK(row.room() == 49);
    CHECK(row.rest() == each.rest);
  }
}

TEST_CASE("a row shares its rest and keeps its gaps") {
  Row row(area, ltr, 4);
  row.take(16);
  const std::vector<Rect> boxes = row.shared({1, 2, 1});
  REQUIRE(boxes.size() == 3);
  CHECK(boxes[0] == Rect{30, 20, 18, 50});
  CHECK(boxes[1] == Rect{52, 20, 36, 50});
  CHECK(boxes[2] == Rect{92, 20, 18, 50});
  CHECK(row.rest() == Rect{30, 20, 80, 50});
  const std::vector<Rect> back = Row(area, rtl, 4).shared({1, 3});
  CHECK(back[0] == Rect{86, 20, 24, 50});
  CHECK(back[1] == Rect{10, 20, 72, 50});
  CHECK(row.shared({}).empty());
}

TEST_CASE("a column gives boxes from its top and its bottom and then what is left") {
  Column column(area, 2);
  CHECK(column.take(10) == Rect{10, 20, 100, 10});
  CHECK(column.take(5) == Rect{10, 32, 100, 5});
  CHECK(column.take_from_end(8) == Rect{10, 62, 100, 8});
  CHECK(column.rest() == Rect{10, 39, 100, 21});
  column.skip(6);
  column.skip_from_end(5);
  CHECK(column.rest() == Rect{10, 45, 100, 10});
  column.skip_to(40);
  CHECK(column.rest() == Rect{10, 45, 100, 10});
  column.skip_to(50);
  CHECK(column.rest() == Rect{10, 50, 100, 5});
}

TEST_CASE("a column that is too short has less than nothing left") {
  Column column(area);
  column.take(60);
  CHECK(column.room() == -10);
}

TEST_CASE("a grid fills its area row by row") {
  struct Case {
    Direction direction;
    std::size_t i;
    Rect box;
  };
  for (const Case& each : {
           Case{ltr, 0, {10, 20, 32, 24}},
           {ltr, 1, {44, 20, 32, 24}},
           {ltr, 2, {78, 20, 32, 24}},
           {ltr, 3, {10, 46, 32, 24}},
           {rtl, 0, {78, 20, 32, 24}},
           {rtl, 4, {44, 46, 32, 24}},
       }) {
    CHECK(Grid{.columns = 3, .rows = 2, .gap = 2, .direction = each.direction}.cell(each.i, area) == each.box);
  }
}

TEST_CASE("a grid has as many rows as its cells need") {
  struct Case {
    std::size_t count, columns, rows;
  };
  for (const Case& each : {Case{0, 2, 0}, {1, 2, 1}, {2, 2, 1}, {3, 2, 2}, {6, 1, 6}, {7, 3, 3}}) {
    CHECK(Grid::of(each.count, each.columns, 4, ltr).rows == each.rows);
  }
  const Grid grid = Grid::of(5, 2, 4, ltr);
  CHECK(grid.height(20) == 68);
  CHECK(grid.cell_height(68) == 20);
  CHECK(grid.cell_width(104) == 50);
}
